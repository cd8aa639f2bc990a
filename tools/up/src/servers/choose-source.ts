import type { Inspection } from './server-kind.ts';

/** Where a server comes from; in this order unless data decide otherwise. */
export type Source = 'environment' | 'existing' | 'path' | 'docker' | 'fetched';

/** What was found out about one kind of server, without starting or writing anything. */
export interface Findings {
  /** A URL is set in the environment. */
  readonly configured: boolean;
  /** The server on the usual port; `undefined` when nothing listens there, or it may not be used. */
  readonly existing: Inspection | undefined;
  /** Binaries on PATH: whether they can be used, or why not. */
  readonly onPath: { readonly usable: true } | { readonly usable: false; readonly reason: string } | undefined;
  readonly docker: boolean;
  /** What the last run used: its data are there. */
  readonly previous: Source | undefined;
}

export interface Choice {
  readonly source: Source;
  /** Why something that was found is not used, and what that means for data. */
  readonly notes: readonly string[];
}

/**
 * Environment, then a server that listens already, then binaries on PATH, then Docker, then fetched ones. What the last
 * run used stays in use while it can be: another would begin without its data.
 */
export function chooseSource(findings: Findings): Choice {
  if (findings.configured) return { source: 'environment', notes: [] };
  const possible: Source[] = [];
  const notes: string[] = [];
  if (findings.existing?.usable) possible.push('existing');
  else if (findings.existing) notes.push(`the one that listens already is left alone: ${findings.existing.reason}`);
  if (findings.onPath?.usable) possible.push('path');
  else if (findings.onPath) notes.push(findings.onPath.reason);
  if (findings.docker) possible.push('docker');
  possible.push('fetched');

  const { previous } = findings;
  if (previous === undefined || previous === 'environment') return { source: first(possible), notes };
  if (possible.includes(previous)) return { source: previous, notes };
  return {
    source: first(possible),
    notes: [...notes, `the one used last time (${inWords[previous]}) cannot be used now, and its data stay there`],
  };
}

const inWords: Readonly<Record<Source, string>> = {
  environment: 'named by the environment',
  existing: 'listening already',
  path: 'on PATH',
  docker: 'in Docker',
  fetched: 'fetched',
};

function first(possible: readonly Source[]): Source {
  return possible[0] ?? 'fetched';
}
