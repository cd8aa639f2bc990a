module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'leaderboard-element', rootDir: __dirname };
