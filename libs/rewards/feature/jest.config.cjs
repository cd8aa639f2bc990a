module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'rewards-feature', rootDir: __dirname };
