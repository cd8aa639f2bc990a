module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'tenancy-domain', rootDir: __dirname };
