import { isDeepStrictEqual } from 'node:util';
import type { LaurelClient } from './laurel-client.ts';
import { pause } from './pause.ts';

interface ReleaseSummary {
  readonly release: number;
  readonly announcedAt: unknown;
}

const POLL_MS = 100;

/**
 * Makes the program the workspace's latest release, publishing it only when it is not that already, and waits until the
 * release is announced: events sent from then on are decided by it. Returns its number and whether it is new.
 */
export async function publishProgram(
  client: LaurelClient,
  adminUrl: string,
  program: unknown,
  signal: AbortSignal,
): Promise<{ readonly release: number; readonly published: boolean }> {
  const latest = await latestRelease(client, adminUrl);
  const isLatest = latest !== undefined && isDeepStrictEqual(await programOf(client, adminUrl, latest), program);
  const release = isLatest ? latest : await publish(client, adminUrl, program);
  while (!(await isAnnounced(client, adminUrl, release))) await pause(POLL_MS, signal);
  return { release, published: !isLatest };
}

async function latestRelease(client: LaurelClient, adminUrl: string): Promise<number | undefined> {
  const { entries } = (await client.get(`${adminUrl}/v1/releases`)) as { readonly entries: readonly ReleaseSummary[] };
  return entries.length === 0 ? undefined : Math.max(...entries.map(({ release }) => release));
}

async function programOf(client: LaurelClient, adminUrl: string, release: number): Promise<unknown> {
  const found = (await client.get(`${adminUrl}/v1/releases/${release}`)) as { readonly program: unknown };
  return found.program;
}

async function publish(client: LaurelClient, adminUrl: string, program: unknown): Promise<number> {
  const note = 'Demo: a season of football';
  const { release } = (await client.post(`${adminUrl}/v1/releases`, { program, note })) as ReleaseSummary;
  return release;
}

async function isAnnounced(client: LaurelClient, adminUrl: string, release: number): Promise<boolean> {
  const { announcedAt } = (await client.get(`${adminUrl}/v1/releases/${release}`)) as ReleaseSummary;
  return announcedAt !== null;
}
