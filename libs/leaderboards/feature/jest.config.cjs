module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'leaderboards-feature', rootDir: __dirname };
