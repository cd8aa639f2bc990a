import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { type Plugin, defaultClientConditions, defineConfig } from 'vite';

/** Packs each file beside it, once, instead of at every request. */
const packed = (): Plugin => ({
  name: 'laurel-packed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(file)) continue;
      writeFileSync(join(dir, `${file}.gz`), gzipSync(readFileSync(join(dir, file)), { level: 9 }));
    }
  },
});

/** The console is plain files: the admin gateway serves them, and `connect-src 'self'` keeps them to its own origin. */
const config = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), packed()],
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
