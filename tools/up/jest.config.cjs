module.exports = { ...require('../../jest.preset.cjs'), displayName: 'up', rootDir: __dirname };
