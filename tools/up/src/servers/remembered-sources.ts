import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './choose-source.ts';
import type { ServerKey } from './server-kind.ts';

export type RememberedSources = Partial<Record<ServerKey, Source>>;

/** What the last run with this data folder used for each server. */
export function readSources(dataDir: string): RememberedSources {
  try {
    return JSON.parse(readFileSync(sourcesFile(dataDir), 'utf8')) as RememberedSources;
  } catch {
    return {};
  }
}

export function rememberSources(dataDir: string, sources: RememberedSources): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(sourcesFile(dataDir), `${JSON.stringify({ ...readSources(dataDir), ...sources })}\n`);
}

function sourcesFile(dataDir: string): string {
  return join(dataDir, 'servers.json');
}
