import type { MongoClient } from 'mongodb';
import { within } from '../../process/wait.ts';
import { isAtLeast } from '../fetch/version.ts';
import type { InspectOptions, Inspection } from '../server-kind.ts';
import { withMongo } from './mongo-client.ts';

/** MongoDB's own databases, and Laurel's. */
const ownDatabases = new Set(['admin', 'config', 'local', 'laurel']);

export async function inspectMongo(url: string, options: InspectOptions): Promise<Inspection> {
  try {
    return await within(
      withMongo(url, (client) => inspect(client, url, options)),
      15_000,
      'it does not answer in time',
    );
  } catch (error) {
    return { usable: false, reason: reasonOf(error) };
  }
}

async function inspect(client: MongoClient, url: string, { ownDataOnly }: InspectOptions): Promise<Inspection> {
  const admin = client.db('admin');
  const hello = await admin.command({ hello: 1 });
  const build = await admin.command({ buildInfo: 1 });
  const version = String(build['version']);
  if (!isAtLeast(version, '6.0'))
    return { usable: false, reason: `it is version ${version}; Laurel needs 6.0 or newer` };
  const sharded = hello['msg'] === 'isdbgrid';
  if (hello['setName'] === undefined && !sharded) {
    return { usable: false, reason: 'it is not a replica set, so it has no transactions' };
  }
  if (!ownDataOnly) return { usable: true, url, version };
  if (hello['isWritablePrimary'] !== true) return { usable: false, reason: 'it is not the primary of its replica set' };
  const { databases } = await admin.admin().listDatabases({ nameOnly: true });
  const foreign = databases.filter(({ name }) => !ownDatabases.has(name));
  if (foreign.length > 0) return { usable: false, reason: `it holds ${foreign.length} other database(s)` };
  return { usable: true, url, version };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/requires authentication|Authentication failed|not authorized/i.test(message)) return 'it asks for a password';
  return `it does not answer as MongoDB (${message})`;
}
