const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  displayName: 'e2e',
  rootDir: __dirname,
  // `npm run test:faults` runs these: they take minutes, and servers of their own.
  testPathIgnorePatterns: [...preset.testPathIgnorePatterns, '/faults/full/'],
};
