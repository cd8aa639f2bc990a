module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'leaderboards-domain', rootDir: __dirname };
