import { join, relative } from 'node:path';
import { chooseSource } from './choose-source.ts';
import type { Source } from './choose-source.ts';
import { containerName, pullImage } from './docker.ts';
import { findSources } from './find-sources.ts';
import type { ChosenPort } from './ports.ts';
import { runServer } from './run-server.ts';
import type { RunOptions } from './run-server.ts';
import type { Installation, ServerKey, ServerKind } from './server-kind.ts';

export interface ProvideOptions extends RunOptions {
  /** The top folder of the clone; paths are printed relative to it. */
  readonly root: string;
  readonly binDir: string;
  readonly allowExisting: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly docker: () => Promise<boolean>;
  readonly previous: Source | undefined;
}

/** A server that can be used now. */
export interface ProvidedServer {
  readonly key: ServerKey;
  readonly source: Source;
  readonly url: string;
  /** What was chosen, and why other things were not, as printed. */
  readonly lines: readonly string[];
  /** Stops it if the launcher started it. */
  stop(graceMs: number): Promise<void>;
}

const leaveRunning = (): Promise<void> => Promise.resolve();

/** @throws Error that says what to do, when there is no way to such a server. */
export async function provideServer(kind: ServerKind, options: ProvideOptions): Promise<ProvidedServer> {
  const configured = options.environment[kind.variable];
  if (configured) return useConfigured(kind, configured);
  const { findings, installation } = await findSources(kind, {
    allowExisting: options.allowExisting,
    docker: options.docker(),
    previous: options.previous,
  });
  const { source, notes } = chooseSource(findings);
  const noteLines = notes.map((note) => `  ${kind.title}: ${note}`);
  const provided = (url: string, line: string, stop: ProvidedServer['stop']): ProvidedServer => {
    return { key: kind.key, source, url, lines: [...noteLines, line], stop };
  };
  switch (source) {
    case 'existing': {
      const url = findings.existing?.usable ? findings.existing.url : kind.existingUrl(kind.usualPort);
      const version = findings.existing?.usable ? findings.existing.version : undefined;
      return provided(url, `${titled(kind, version)}: listening already, 127.0.0.1:${kind.usualPort}`, leaveRunning);
    }
    case 'docker': {
      const container = containerName(kind.key, options.dataDir);
      await pullImage(kind.image, options.report, options.signal);
      const server = await runServer(
        kind,
        (context) => Promise.resolve(kind.prepareImage(context, container)),
        options,
      );
      const line = `${kind.title}: Docker (${kind.image}), ${address(server.port)}, data in the volume ${container}`;
      return provided(kind.url(server.port.port), line, (graceMs) => server.stop(graceMs));
    }
    case 'environment':
    case 'path':
    case 'fetched': {
      const binaries = source === 'path' && installation ? installation : await fetchBinaries(kind, options);
      const server = await runServer(kind, (context) => binaries.prepare(context), options);
      const where = `${binaries.origin}, ${address(server.port)}, data in ${dataPath(kind, options)}`;
      return provided(kind.url(server.port.port), `${titled(kind, binaries.version)}: ${where}`, (graceMs) =>
        server.stop(graceMs),
      );
    }
  }
}

async function useConfigured(kind: ServerKind, url: string): Promise<ProvidedServer> {
  const inspection = await kind.inspect(url, { ownDataOnly: false });
  if (!inspection.usable) {
    throw new Error(
      `${kind.title}: ${kind.variable} is set (${withoutPassword(url)}), but ${inspection.reason}. ` +
        `Start that server or correct the variable; unset, ${kind.title} is found or fetched.`,
    );
  }
  const line = `${titled(kind, inspection.version)}: from ${kind.variable}, ${withoutPassword(url)}`;
  return { key: kind.key, source: 'environment', url, lines: [line], stop: leaveRunning };
}

async function fetchBinaries(kind: ServerKind, options: ProvideOptions): Promise<Installation> {
  try {
    return await kind.fetch(options);
  } catch (error) {
    options.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${kind.title} was not found and could not be fetched: ${reason}.\n` +
        `  Instead you can install ${kind.manualInstall}, start Docker, or set ${kind.variable}.`,
    );
  }
}

function titled(kind: ServerKind, version: string | undefined): string {
  return version ? `${kind.title} ${version}` : kind.title;
}

function address({ port, taken }: ChosenPort): string {
  return `127.0.0.1:${port}${taken === undefined ? '' : ` (${taken} is taken)`}`;
}

/** Relative to the clone when it is inside. */
function dataPath(kind: ServerKind, { root, dataDir }: ProvideOptions): string {
  const path = join(dataDir, kind.key);
  const inside = relative(root, path);
  return inside.startsWith('..') ? path : inside;
}

/** A URL fit to be printed. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}
