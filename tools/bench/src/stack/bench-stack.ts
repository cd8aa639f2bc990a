import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MeteredProcess } from '../measure/cpu-meter.ts';
import { LaurelApi } from './laurel-api.ts';
import {
  LauncherLock,
  type Report,
  type ServiceKey,
  playerTokenKeys,
  provideServers,
  readPidFiles,
  resetData,
  runAppScript,
  runServices,
  serviceKeys,
  stackEnvironment,
} from '@laurel/up';
import { benchProgram } from './program.ts';
import { publishProgram } from './publish-program.ts';

export interface BenchStackOptions {
  readonly root: string;
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly profileDir: string | undefined;
}

/** A workspace of kind `dev`, and how it is come to. */
export interface BenchWorkspace {
  readonly secretKey: string;
  /** The workspace that the key belongs to. */
  readonly workspace: string;
  readonly api: LaurelApi;
}

/** All of Laurel, running with nothing but the bench's workspace in it. */
export interface BenchStack extends BenchWorkspace {
  readonly urls: Readonly<Record<ServiceKey, string>>;
  readonly mongoUrl: string;
  readonly redisUrl: string;
  /** Where the services find the servers, for commands that are run beside them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Names and versions of the three servers. */
  readonly servers: readonly string[];
  /** Everything that was started and runs now. */
  processes(): MeteredProcess[];
  /** Makes another workspace, which has no program. */
  addWorkspace(tenant: string): Promise<BenchWorkspace>;
  /** Ends all of it and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts Kafka, MongoDB and Redis as `npm start` would (as durable, but on free ports and with data of their own), then the
 * four services, and publishes the bench's program.
 *
 * @throws Error when another bench runs, or something does not start; nothing is left running then.
 */
export async function startBenchStack(options: BenchStackOptions): Promise<BenchStack> {
  const dataDir = join(options.root, '.laurel', 'bench');
  const claim = LauncherLock.claim(dataDir);
  if (!claim.claimed) throw new Error(`A bench is running already (process ${claim.holder.pid}).`);
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.reverse()) await part.stop();
    await resetData(dataDir);
    claim.lock.release();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await resetData(dataDir);
    return await startAll(options, dataDir, started, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  { root, report, signal, profileDir }: BenchStackOptions,
  dataDir: string,
  started: { stop(): Promise<void> }[],
  stop: () => Promise<void>,
): Promise<BenchStack> {
  const servers = await provideServers({
    ...{ root, dataDir, report, signal },
    ports: 'free',
    allowExisting: false,
    ephemeral: false,
    environment: {},
  });
  started.push(servers);
  const environment = stackEnvironment(servers, {});
  await runAppScript({ root, app: 'admin-gateway', script: 'migrate', environment, signal });
  const services = await runServices({
    ...{ root, dataDir, report, signal },
    only: serviceKeys,
    environment: { ...environment, ...profiling(profileDir) },
    keys: playerTokenKeys(dataDir, {}),
  });
  started.push(services);
  const urls = services.urls as Readonly<Record<ServiceKey, string>>;
  const addWorkspace = (tenant: string) => createWorkspace(tenant, root, environment, signal);
  const first = await addWorkspace('bench');
  await publishProgram(first.api, urls.admin, benchProgram);
  return {
    ...{ ...first, urls, environment, addWorkspace, stop },
    mongoUrl: servers.mongo.url,
    redisUrl: servers.redis.url,
    servers: servers.lines.filter((line) => !line.startsWith(' ')).map((line) => line.slice(0, line.indexOf(':'))),
    processes: () => readPidFiles(join(dataDir, 'run')).map(({ name, pid }) => ({ name, pid })),
  };
}

/** V8 writes a profile of each service when it stops. */
function profiling(profileDir: string | undefined): Record<string, string> {
  return profileDir === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileDir}` };
}

async function createWorkspace(
  tenant: string,
  root: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<BenchWorkspace> {
  const args = ['--tenant', tenant, '--environment', 'dev'];
  const output = await runAppScript({
    root,
    app: 'admin-gateway',
    script: 'create-workspace',
    args,
    environment,
    signal,
  });
  const line = output.split('\n').findLast((text) => text.includes('"secretKey"'));
  if (line === undefined) throw new Error('create-workspace printed no key');
  const { secretKey, workspace } = JSON.parse(line) as Omit<BenchWorkspace, 'api'>;
  return { secretKey, workspace, api: new LaurelApi(secretKey, signal) };
}
