import { connect } from 'node:net';
import type { Findings, Source } from './choose-source.ts';
import type { Inspection, Installation, ServerKind, Unusable } from './server-kind.ts';

export interface FindOptions {
  /** Whether a server that listens on the usual port may be used. */
  readonly allowExisting: boolean;
  readonly docker: Promise<boolean>;
  readonly previous: Source | undefined;
}

export interface Found {
  readonly findings: Findings;
  readonly installation: Installation | undefined;
}

/** Looks at everything that a server could come from, at the same time; starts and writes nothing. */
export async function findSources(kind: ServerKind, options: FindOptions): Promise<Found> {
  const [existing, onPath, docker] = await Promise.all([
    options.allowExisting ? inspectExisting(kind) : undefined,
    kind.findOnPath(),
    options.docker,
  ]);
  const installation = onPath && isInstallation(onPath) ? onPath : undefined;
  const findings: Findings = {
    configured: false,
    existing,
    onPath: onPath && (isInstallation(onPath) ? { usable: true } : { usable: false, reason: onPath.reason }),
    docker,
    previous: options.previous,
  };
  return { findings, installation };
}

async function inspectExisting(kind: ServerKind): Promise<Inspection | undefined> {
  if (!(await isListening(kind.usualPort))) return undefined;
  return kind.inspect(kind.existingUrl(kind.usualPort), { ownDataOnly: true });
}

function isInstallation(found: Installation | Unusable): found is Installation {
  return 'prepare' in found;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (listening: boolean): void => {
      socket.destroy();
      resolve(listening);
    };
    socket.setTimeout(2_000, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
