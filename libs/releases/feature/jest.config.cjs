module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'releases-feature', rootDir: __dirname };
