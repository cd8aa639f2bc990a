/** The fault suite alone: all of it by `npm run test:faults`, without the folder `full` in its short form. */
const preset = require('../../jest.preset.cjs');

const full = process.env.LAUREL_FAULTS === 'full';

module.exports = {
  ...preset,
  displayName: 'faults',
  rootDir: __dirname,
  roots: ['<rootDir>/src/faults'],
  testPathIgnorePatterns: full ? preset.testPathIgnorePatterns : [...preset.testPathIgnorePatterns, '/faults/full/'],
};
