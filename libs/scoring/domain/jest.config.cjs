module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'scoring-domain', rootDir: __dirname };
