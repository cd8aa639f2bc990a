module.exports = { ...require('../../../jest.preset.cjs'), displayName: 'platform-ws', rootDir: __dirname };
