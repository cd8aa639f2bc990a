module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'tenancy-feature', rootDir: __dirname };
