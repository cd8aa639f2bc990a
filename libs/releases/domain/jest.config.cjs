module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'releases-domain', rootDir: __dirname };
