module.exports = { ...require('../../jest.preset.cjs'), displayName: 'scoring-service', rootDir: __dirname };
