/** ES modules, which Jest can't load as they are. */
const ES_MODULES = ['@marcbachmann/cel-js', 'content-disposition', 'jose'].join('|');

/** Shared Jest settings: swc compiles what tsc type-checks, and workspace packages resolve to their sources. */
module.exports = {
  testEnvironment: 'node',
  // Tests wait for conditions on real servers: this only ends what would never end.
  testTimeout: 120_000,
  testEnvironmentOptions: { customExportConditions: ['@laurel/source', 'node', 'node-addons', 'require'] },
  testMatch: ['**/*.{spec,int-spec,http-spec,e2e-spec}.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.laurel/', '<rootDir>/.nx/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES})/)`],
  transform: {
    [`/node_modules/(${ES_MODULES})/.+\\.js$`]: [
      '@swc/jest',
      { jsc: { target: 'es2023' }, module: { type: 'commonjs' } },
    ],
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, importAttributes: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
