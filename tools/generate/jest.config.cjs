module.exports = { ...require('../../jest.preset.cjs'), displayName: 'generate', rootDir: __dirname };
