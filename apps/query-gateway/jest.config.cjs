module.exports = { ...require('../../jest.preset.cjs'), displayName: 'query-gateway', rootDir: __dirname };
