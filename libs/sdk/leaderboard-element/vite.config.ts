import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Plugin, defaultClientConditions, defineConfig } from 'vite';

/** What of the source says how the element is used. */
const PUBLIC = ['attributes', 'client', 'index', 'leaderboard-element', 'texts'];

/** Puts the types of the element beside the script. They are of those files alone, and import nothing else. */
const types: Plugin = {
  name: 'laurel-types',
  apply: 'build',
  generateBundle() {
    for (const name of PUBLIC) {
      const fileName = join(import.meta.dirname, `src/${name}.ts`);
      const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
      const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(fileName, 'utf8'), {
        fileName,
        compilerOptions,
        reportDiagnostics: true,
      });
      for (const { messageText } of diagnostics)
        this.error(`${fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
      this.emitFile({ type: 'asset', fileName: `${name}.d.ts`, source: outputText });
    }
  },
};

/** One file without imports: a page needs a script tag and nothing else. */
const config = defineConfig({
  root: import.meta.dirname,
  plugins: [types],
  resolve: { conditions: ['@laurel/source', ...defaultClientConditions] },
  build: {
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'laurel-leaderboard.js' },
    target: 'es2022',
    minify: true,
  },
});

export { config as default };
