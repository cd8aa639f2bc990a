const { globSync } = require('node:fs');

/** Every project in one run, so that the suite has one count. A single project: `nx test <project>`. */
module.exports = {
  // Of several projects in one run, Jest reads it only here.
  testTimeout: require('./jest.preset.cjs').testTimeout,
  testSequencer: './jest.sequencer.cjs',
  projects: globSync('{apps,libs,tools}/**/jest.config.cjs', {
    cwd: __dirname,
    exclude: ['**/node_modules', '**/dist'],
  })
    .sort()
    .map((file) => `<rootDir>/${file}`),
};
