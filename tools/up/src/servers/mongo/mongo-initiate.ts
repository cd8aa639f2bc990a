import type { Db, MongoClient } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { waitFor } from '../../process/wait.ts';
import { directUrl, withMongo } from './mongo-client.ts';

const notYetInitialized = 94;

interface ReplicaSetConfig {
  version: number;
  members: { _id: number; host: string }[];
}

/**
 * Waits until the server answers, makes it a replica set of one if it is none yet, moves the set to the port of this
 * start if that changed, and waits until it is the primary.
 */
export async function initiateReplicaSet(port: number, ephemeral: boolean, signal: AbortSignal): Promise<void> {
  const deadline = { timeoutMs: 60_000, signal };
  await waitFor(() => withMongo(directUrl(port), (client) => makePrimary(client, port, ephemeral, signal)), deadline);
}

async function makePrimary(client: MongoClient, port: number, ephemeral: boolean, signal: AbortSignal): Promise<true> {
  const admin = client.db('admin');
  const host = `127.0.0.1:${port}`;
  const config = await currentConfig(admin);
  if (config === undefined) await initiate(admin, host, ephemeral);
  else if (config.members[0]?.host !== host) await moveTo(admin, config, host);
  return waitFor(async () => ((await admin.command({ hello: 1 }))['isWritablePrimary'] === true ? true : undefined), {
    timeoutMs: 30_000,
    signal,
    intervalMs: 20,
  });
}

async function currentConfig(admin: Db): Promise<ReplicaSetConfig | undefined> {
  try {
    const answer: { config?: ReplicaSetConfig } = await admin.command({ replSetGetConfig: 1 });
    return answer.config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitialized) return undefined;
    throw error;
  }
}

async function initiate(admin: Db, host: string, ephemeral: boolean): Promise<void> {
  const config = {
    _id: 'rs0',
    members: [{ _id: 0, host }],
    // Throw-away data need not wait for the disk at every majority write.
    ...(ephemeral ? { writeConcernMajorityJournalDefault: false } : {}),
  };
  await admin.command({ replSetInitiate: config });
}

/** A set whose only member is known under another port refuses to elect it: only a forced change helps. */
async function moveTo(admin: Db, config: ReplicaSetConfig, host: string): Promise<void> {
  const members = config.members.slice(0, 1).map((member) => ({ ...member, host }));
  await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
}
