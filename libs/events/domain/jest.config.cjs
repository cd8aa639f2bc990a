module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'events-domain', rootDir: __dirname };
