module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'live-feature', rootDir: __dirname };
