import { join } from 'node:path';
import type { LaunchSpec } from '../process/launch-spec.ts';
import { KeptProcess } from '../process/kept-process.ts';
import type { Report } from '../report/report.ts';
import type { ChosenPort } from './ports.ts';
import { choosePorts, isPortFree } from './ports.ts';
import type { LaunchContext, ServerKind } from './server-kind.ts';

/** How often a start is tried again because another process took the port in between. */
const portTries = 3;

export interface RunOptions {
  /** The folder that holds all of a stack's data, logs and pid files. */
  readonly dataDir: string;
  readonly ports: 'preferred' | 'free';
  readonly ephemeral: boolean;
  /** Where Kafka's clients are told to connect to: a proxy before it. Its own port by default. */
  readonly kafkaAdvertisedPort?: number;
  readonly report: Report;
  readonly signal: AbortSignal;
}

export interface RunningServer {
  readonly port: ChosenPort;
  stop(graceMs: number): Promise<void>;
}

/** Starts a server, waits until it is ready, and restarts it should it end unasked. */
export async function runServer(
  kind: ServerKind,
  prepare: (context: LaunchContext) => Promise<LaunchSpec>,
  options: RunOptions,
): Promise<RunningServer> {
  for (let tried = 1; ; tried += 1) {
    const wishes = options.ports === 'preferred' ? kind.portWishes : kind.portWishes.map(() => 0);
    const chosen = await choosePorts(wishes);
    const context: LaunchContext = {
      ports: chosen.map(({ port }) => port),
      dataDir: join(options.dataDir, kind.key),
      ephemeral: options.ephemeral,
      signal: options.signal,
      ...(options.kafkaAdvertisedPort === undefined ? {} : { advertisedPort: options.kafkaAdvertisedPort }),
    };
    const spec = await prepare(context);
    const kept = keep(kind, spec, context, options);
    const stopEarly = (): void => void kept.stop(3_000);
    options.signal.addEventListener('abort', stopEarly, { once: true });
    try {
      await kept.start();
      const [port] = chosen;
      if (port === undefined) throw new Error(`${kind.title} has no port`);
      return { port, stop: (graceMs) => kept.stop(graceMs) };
    } catch (error) {
      await kept.stop(3_000);
      options.signal.throwIfAborted();
      const free = await Promise.all(context.ports.map(isPortFree));
      if (tried >= portTries || free.every(Boolean)) throw new Error(didNotStart(kind, error, options));
    } finally {
      options.signal.removeEventListener('abort', stopEarly);
    }
  }
}

function keep(kind: ServerKind, spec: LaunchSpec, context: LaunchContext, options: RunOptions): KeptProcess {
  return new KeptProcess({
    launch: () => spec,
    ready: (signal) => kind.ready(context, signal),
    folders: { runDir: join(options.dataDir, 'run'), logsDir: join(options.dataDir, 'logs') },
    notice: (text) => options.report.line(`${kind.title} ${text}`),
    firstTries: 1,
  });
}

function didNotStart(kind: ServerKind, error: unknown, { ephemeral }: RunOptions): string {
  const reason = error instanceof Error ? error.message : String(error);
  const hint = 'If another version wrote its data, run that version again, or delete them: npm start -- --reset';
  return `${kind.title} did not start: ${reason}${ephemeral ? '' : `\n  ${hint}`}`;
}
