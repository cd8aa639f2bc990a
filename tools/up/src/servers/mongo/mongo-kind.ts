import { dockerRun } from '../docker.ts';
import type { ServerKind } from '../server-kind.ts';
import { fetchMongo, findMongo } from './mongo-binaries.ts';
import { mongodArguments } from './mongo-arguments.ts';
import { initiateReplicaSet } from './mongo-initiate.ts';
import { inspectMongo } from './mongo-probe.ts';

export const mongoKind: ServerKind = {
  key: 'mongo',
  title: 'MongoDB',
  variable: 'LAUREL_MONGO_URL',
  usualPort: 27017,
  portWishes: [27117],
  image: 'mongo:8',
  manualInstall: 'MongoDB 6.0 or newer (its own packages for your system)',
  url: (port) => `mongodb://127.0.0.1:${port}/?replicaSet=rs0`,
  existingUrl: (port) => `mongodb://127.0.0.1:${port}/?directConnection=true`,
  inspect: inspectMongo,
  findOnPath: findMongo,
  fetch: fetchMongo,
  prepareImage: ({ ports: [port = 0], ephemeral }, container) => {
    const args = mongodArguments({ port, bind: '0.0.0.0', dbPath: '/data/db', ephemeral });
    return dockerRun({ container, image: 'mongo:8', port, volumeAt: '/data/db', command: { command: 'mongod', args } });
  },
  ready: (context, signal) => initiateReplicaSet(context.ports[0] ?? 0, context.ephemeral, signal),
};
