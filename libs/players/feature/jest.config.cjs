module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'players-feature', rootDir: __dirname };
