import { join } from 'node:path';
import { KeptProcess } from '../process/kept-process.ts';
import { waitFor } from '../process/wait.ts';
import type { Report } from '../report/report.ts';
import { choosePorts } from '../servers/ports.ts';
import { erasureKey } from './erasure-key.ts';
import { type StackKeys, consoleEnvironment, ownEnvironment } from './service-environment.ts';
import { type ServiceKey, type StackService, stackServices } from './stack-service.ts';

/**
 * As in the Dockerfile, and measured in docs/adr/0021. The objects of a batch die young where there is room for them; a collector
 * with one helper instead of four costs a tenth less where the cores are busy anyway; and bytes that pass through buffers are no
 * reason of their own to look through the whole heap.
 */
const nodeFlags = [
  '--enable-source-maps',
  '--max-semi-space-size=64',
  '--v8-pool-size=1',
  '--external-memory-accounted-in-global-limit',
];

/** How long a service may take to finish its work before it is ended by force. */
const stopGraceMs = 5_000;
const readyTimeoutMs = 60_000;

export interface RunServicesOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly only: readonly ServiceKey[];
  readonly environment: Readonly<Record<string, string>>;
  readonly keys: StackKeys;
  /** For tests, beside what runs here: on any free ports, and none of them waits behind the others. Default: false. */
  readonly ephemeral?: boolean;
  readonly report: Report;
  readonly signal: AbortSignal;
}

export interface RunningServices {
  readonly urls: Readonly<Partial<Record<ServiceKey, string>>>;
  /** Stops all of them, at the same time. Safe to call again. */
  stop(): Promise<void>;
}

/**
 * Starts the services at the same time, each on its own port or a free one, and keeps them running.
 * @throws Error with the last lines of the log of a service that does not get ready; nothing is left running then.
 */
export async function runServices(options: RunServicesOptions): Promise<RunningServices> {
  const { only, ephemeral = false, report, signal } = options;
  const ports = await choosePorts(only.map((key) => (ephemeral ? 0 : stackServices[key].preferredPort)));
  const places = only.map((key, index) => {
    const { port = 0, taken } = ports[index] ?? {};
    if (taken !== undefined) report.line(`  ${stackServices[key].name}: port ${taken} is taken, using ${port}`);
    return { key, port, url: `http://127.0.0.1:${port}` };
  });
  const urls: RunningServices['urls'] = Object.fromEntries(places.map(({ key, url }) => [key, url]));
  const services = places.map(({ key, port }) => ({ key, process: keepService(key, port, urls, options) }));
  const stop = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.process.stop(stopGraceMs)));
  };
  const stopEarly = (): void => void stop();
  signal.addEventListener('abort', stopEarly, { once: true });
  const task = report.task(`starting ${only.map((key) => stackServices[key].name).join(', ')}`);
  try {
    await Promise.all(services.map(({ key, process: service }) => startService(key, service)));
  } catch (error) {
    await stop();
    signal.throwIfAborted();
    throw error;
  } finally {
    task.end();
    signal.removeEventListener('abort', stopEarly);
  }
  return { urls, stop };
}

async function startService(key: ServiceKey, service: KeptProcess): Promise<void> {
  try {
    await service.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${stackServices[key].name} did not start: ${reason}`, { cause: error });
  }
}

function keepService(
  key: ServiceKey,
  port: number,
  urls: RunningServices['urls'],
  options: RunServicesOptions,
): KeptProcess {
  const { name, background = false }: StackService = stackServices[key];
  const { root, dataDir, environment, keys, ephemeral = false, report } = options;
  return new KeptProcess({
    launch: () => ({
      name,
      command: process.execPath,
      args: [...nodeFlags, join(root, 'apps', name, 'dist', 'main.js')],
      cwd: root,
      background: background && !ephemeral,
      env: {
        ...environment,
        ...ownEnvironment(key, { ...keys, erasure: erasureKey(dataDir, process.env) }, process.env),
        ...(key === 'admin' ? consoleEnvironment(urls) : {}),
        LAUREL_HTTP_PORT: String(port),
      },
    }),
    ready: async (signal) => {
      await waitFor(() => isReady(port, signal), { timeoutMs: readyTimeoutMs, signal, intervalMs: 100 });
    },
    folders: { runDir: join(dataDir, 'run'), logsDir: join(dataDir, 'logs') },
    notice: (text) => report.line(`${name} ${text}`),
    firstTries: 3,
  });
}

async function isReady(port: number, stopped: AbortSignal): Promise<true | undefined> {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(3_000)]);
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal });
  const body = await answer.text();
  if (answer.ok) return true;
  throw new Error(`/health/ready answers ${answer.status} ${body.slice(0, 200)}`);
}
