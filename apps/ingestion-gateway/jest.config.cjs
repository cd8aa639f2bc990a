module.exports = { ...require('../../jest.preset.cjs'), displayName: 'ingestion-gateway', rootDir: __dirname };
