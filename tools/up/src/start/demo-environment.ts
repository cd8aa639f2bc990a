import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoOwner } from './demo-owner.ts';
import type { DemoWorkspace } from './demo-workspaces.ts';
import type { StackUrls } from './describe-stack.ts';

/**
 * Leaves `demo.env` in the data folder, for a shell to read: where the gateways are, the key of the demo's first
 * workspace, also under the name that the command line reads, and who signs in to it. Readable by its owner alone.
 * @returns the file.
 */
export function writeDemoEnvironment(
  dataDir: string,
  urls: StackUrls,
  workspaces: readonly DemoWorkspace[],
  owner: DemoOwner | undefined,
): string {
  const file = join(dataDir, 'demo.env');
  const values = {
    INGESTION: urls['ingestion'],
    ADMIN: urls['admin'],
    QUERY: urls['query'],
    KEY: workspaces[0]?.secretKey,
    LAUREL_API_KEY: workspaces[0]?.secretKey,
    OPERATOR_EMAIL: owner?.email,
    OPERATOR_PASSWORD: owner?.password,
  };
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`export ${name}=${value}\n`],
  );
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}
