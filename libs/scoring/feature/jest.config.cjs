module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'scoring-feature', rootDir: __dirname };
