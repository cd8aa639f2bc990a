import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stopLeftovers } from '../process/stop-process.ts';
import { containerName, removeVolumes } from '../servers/docker.ts';
import { readSources } from '../servers/remembered-sources.ts';
import type { ServerKey } from '../servers/server-kind.ts';

const wiped = [
  'kafka',
  'mongo',
  'redis',
  'logs',
  'servers.json',
  'demo.json',
  'demo-owner.json',
  'player-token-key.pem',
];
const serverKeys: readonly ServerKey[] = ['kafka', 'mongo', 'redis'];

/** Asks on the terminal. @returns false on any answer but yes, on Ctrl-C, and where there is nobody to ask. */
export async function confirmReset(dataDir: string, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const question = `This deletes all events, players, boards and keys in ${dataDir}. Delete them? [y/N] `;
    return /^y(es)?$/i.test((await lines.question(question, { signal })).trim());
  } catch {
    return false;
  } finally {
    lines.close();
  }
}

/** Deletes all data and keys of the servers that the launcher runs itself; fetched binaries stay. */
export async function resetData(dataDir: string): Promise<void> {
  await stopLeftovers(join(dataDir, 'run'));
  const sources = readSources(dataDir);
  const inDocker = serverKeys.filter((key) => sources[key] === 'docker');
  await removeVolumes(inDocker.map((key) => containerName(key, dataDir)));
  for (const entry of wiped) rmSync(join(dataDir, entry), { recursive: true, force: true });
}
