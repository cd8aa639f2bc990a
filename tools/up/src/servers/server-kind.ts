import type { LaunchSpec } from '../process/launch-spec.ts';
import type { FetchContext } from './fetch/fetch-context.ts';

export type ServerKey = 'kafka' | 'mongo' | 'redis';

/** What a look at a server that runs already gave. */
export type Inspection =
  | { readonly usable: true; readonly url: string; readonly version?: string }
  | { readonly usable: false; readonly reason: string };

export interface InspectOptions {
  /** Refuse a server that holds data other than Laurel's. */
  readonly ownDataOnly: boolean;
}

/** One server about to be started by the launcher. */
export interface LaunchContext {
  /** As many as the kind has `portWishes`; the first is the one that clients use. */
  readonly ports: readonly number[];
  /** Kafka: where clients are told to connect to, when not to its own port. */
  readonly advertisedPort?: number;
  /** The server's own folder: data and configuration. */
  readonly dataDir: string;
  /** Data are thrown away afterwards: speed before durability. */
  readonly ephemeral: boolean;
  readonly signal: AbortSignal;
}

/** Binaries of a server on this machine. */
export interface Installation {
  readonly version: string;
  /** Where the binaries are, as the choice is printed: a path, or how they came. */
  readonly origin: string;
  /** Writes configuration, formats a new data folder, and tells how to start the server. */
  prepare(context: LaunchContext): Promise<LaunchSpec>;
}

/** Binaries that were found but cannot be used. */
export interface Unusable {
  readonly reason: string;
}

/** All that the launcher must know about one of the three servers. */
export interface ServerKind {
  readonly key: ServerKey;
  readonly title: string;
  /** The environment variable that names a server to use. */
  readonly variable: string;
  /** Where an installed server listens by default. */
  readonly usualPort: number;
  /** Where a server started by the launcher listens if it can. */
  readonly portWishes: readonly number[];
  readonly image: string;
  /** What to install by hand when nothing else works. */
  readonly manualInstall: string;
  /** The value of `variable` for a server on this machine. */
  url(port: number): string;
  /** The same for a server that the launcher did not set up, so that no replica set's name can be presumed. */
  existingUrl(port: number): string;
  /** Looks at a running server without writing to it. */
  inspect(url: string, options: InspectOptions): Promise<Inspection>;
  findOnPath(): Promise<Installation | Unusable | undefined>;
  /** Returns at once what an earlier run fetched; fetches otherwise. */
  fetch(context: FetchContext): Promise<Installation>;
  prepareImage(context: LaunchContext, container: string): LaunchSpec;
  /** Waits until a server that was just started serves clients, after any first-time initiation. */
  ready(context: LaunchContext, signal: AbortSignal): Promise<void>;
}
