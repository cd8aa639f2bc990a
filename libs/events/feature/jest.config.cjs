module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'events-feature', rootDir: __dirname };
