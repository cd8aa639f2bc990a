module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'live-domain', rootDir: __dirname };
