import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoWorkspace } from './demo-workspaces.ts';
import type { StackUrls } from './describe-stack.ts';

/**
 * Leaves `demo.env` in the data folder, for a shell to read: where the gateways are, and the key of the demo's first
 * workspace, also under the name that the command line reads. Readable by its owner alone.
 * @returns the file.
 */
export function writeDemoEnvironment(dataDir: string, urls: StackUrls, workspaces: readonly DemoWorkspace[]): string {
  const file = join(dataDir, 'demo.env');
  const values = {
    INGESTION: urls['ingestion'],
    ADMIN: urls['admin'],
    QUERY: urls['query'],
    KEY: workspaces[0]?.secretKey,
    LAUREL_API_KEY: workspaces[0]?.secretKey,
  };
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`export ${name}=${value}\n`],
  );
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}
