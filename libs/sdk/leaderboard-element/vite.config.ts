import { defaultClientConditions, defineConfig } from 'vite';

/** One file without imports: a page needs a script tag and nothing else. */
const config = defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['@laurel/source', ...defaultClientConditions] },
  build: {
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'laurel-leaderboard.js' },
    target: 'es2022',
    minify: true,
  },
});

export { config as default };
