import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** The console is plain files: the admin gateway serves them, and `connect-src 'self'` keeps them to its own origin. */
const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Workspace packages are taken from their sources, as everywhere in the repository.
  resolve: { conditions: ['@laurel/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A `data:` address would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
  // While developing: the page comes from Vite, the API from a running admin gateway.
  server: {
    port: 7110,
    proxy: Object.fromEntries(
      ['/v1', '/query', '/ingest'].map((path) => [path, { target: 'http://127.0.0.1:7102', ws: true }]),
    ),
  },
});

export { config as default };
