module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'rewards-domain', rootDir: __dirname };
