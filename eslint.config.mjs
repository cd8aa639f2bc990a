import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.{spec,int-spec,http-spec,e2e-spec}.ts', '**/*.builder.ts'];

/** What each kind of project may import. Slices never import each other's features: the graph is a comb, not a web. */
const LAYERS = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
  // The console knows the public API alone: its generated types, and the client library.
  { sourceTag: 'slice:console', onlyDependOnLibsWithTags: ['slice:sdk'] },
  {
    sourceTag: 'type:feature',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contract', 'type:platform', 'type:util'],
  },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:domain', 'type:util'],
    allowedExternalImports: ['@laurel/*', 'ajv', 'ajv/**', 'croner', 'luxon', 're2js', '@marcbachmann/cel-js'],
  },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract', 'type:util'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform', 'type:contract', 'type:util'] },
  { sourceTag: 'type:util', onlyDependOnLibsWithTags: ['type:util'], allowedExternalImports: [] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:platform', 'type:contract', 'type:util'] },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:tool', 'type:domain', 'type:contract', 'type:util'],
  },
];

/** Tests may use the testing library, and libraries that only tests need, besides what their project may import. */
const TEST_LAYERS = LAYERS.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'type:testing', 'type:platform'],
}));

const boundaries = (depConstraints) => [
  'error',
  { enforceBuildableLibDependency: false, allow: [], depConstraints, allowCircularSelfDependency: true },
];

const onlyIn = (owner, ...names) => names.map((name) => ({ name, message: `Only ${owner} imports ${name}.` }));

/** What holds for all code, whatever runs it. */
const RULES = {
  '@nx/enforce-module-boundaries': boundaries(LAYERS),
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/no-extraneous-class': 'off',
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportAllDeclaration', message: 'Name every export.' },
    {
      selector:
        "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: 'Time comes from a Clock.',
    },
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message: 'Only platform/config reads the environment.',
    },
  ],
  'no-restricted-imports': [
    'error',
    { paths: [...onlyIn('platform/kafka', 'kafkajs'), ...onlyIn('platform/redis', 'ioredis')] },
  ],
  eqeqeq: 'error',
  'max-params': 'off',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.laurel/**',
      '**/fixtures/**',
      '**/generated/**',
      'coverage/**',
    ],
  },
  {
    files: ['**/*.ts'],
    ignores: ['apps/console/src/**', 'libs/sdk/leaderboard-element/src/**'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.all.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: RULES,
  },
  {
    files: ['apps/console/src/**/*.{ts,tsx}', 'libs/sdk/leaderboard-element/src/**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./apps/console/tsconfig.json', './libs/sdk/leaderboard-element/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@nx': nx },
    rules: {
      ...RULES,
      // React's handlers may be async: what they return is not looked at.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      // The router's redirects are thrown, and are no errors.
      '@typescript-eslint/only-throw-error': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name every export.' }],
    },
  },
  {
    // Vite reads its configuration from the default export.
    files: ['apps/console/vite.config.ts', 'libs/sdk/leaderboard-element/vite.config.ts'],
    rules: { 'no-restricted-exports': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // Domains are pure: no Node, no I/O.
    files: ['libs/*/domain/src/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'A domain does no I/O.' }] }],
    },
  },
  {
    files: ['libs/platform/kafka/**/*.ts', 'libs/platform/redis/**/*.ts', 'libs/testing/**/*.ts', 'tools/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: [
      'libs/platform/config/**/*.ts',
      'libs/kernel/**/*.ts',
      'libs/testing/**/*.ts',
      'apps/e2e/**/*.ts',
      'tools/**/*.ts',
      'libs/platform/kafka/src/patch-request-queue.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name every export.' }],
    },
  },
  {
    files: ['libs/platform/kafka/src/patch-request-queue.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Nest reads constructor types at run time: an import that looks unused as a value is not.
    files: ['apps/!(console)/**/*.ts', 'libs/*/feature/**/*.ts', 'libs/platform/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(TEST_LAYERS),
      'no-restricted-syntax': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
