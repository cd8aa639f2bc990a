module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'rules-domain', rootDir: __dirname };
