import type { LiveView } from '@laurel/contracts';
import type { EventLoad } from '../load/event-source.ts';
import type { LoadReport } from '../load/load-recorder.ts';
import type { Target } from '../load/request-source.ts';
import type { Latency } from '../measure/latency-histogram.ts';

/** How requests follow each other; see `runOpenLoop` and `runClosedLoop`. */
export type Pace =
  | { readonly kind: 'open'; readonly requestsPerSecond: number; readonly seconds: number }
  | { readonly kind: 'closed'; readonly seconds: number; readonly requests?: number };

/** What is asked for. `reads`: any of these paths, all equally often. */
export type Work =
  | { readonly kind: 'events'; readonly events: EventLoad }
  | { readonly kind: 'reads'; readonly paths: readonly string[] };

/** Requests to one service. */
export interface LoadJob {
  readonly kind: 'load';
  readonly target: Target;
  readonly connections: number;
  readonly pace: Pace;
  readonly work: Work;
}

/** One connection to the live feed, and the players in its view who get marker events. */
export interface Watch {
  readonly view: LiveView;
  readonly token: string;
  readonly markers: readonly Marker[];
}

export interface Marker {
  readonly playerId: string;
  /** Score before the first marker event; each brings 1. */
  readonly score: number;
}

/** Marker events at a fixed pace, in turn over all markers of all watches, and how long each took to its watcher. */
export interface WatchJob {
  readonly kind: 'watch';
  readonly ingestion: Target;
  readonly queryPort: number;
  readonly topic: string;
  readonly watches: readonly Watch[];
  readonly eventsPerSecond: number;
  readonly seconds: number;
  readonly idPrefix: string;
}

export interface WatchReport {
  /** By the kind of view: from when an event was due to the frame that shows it. */
  readonly latency: Readonly<Record<LiveView['kind'], Latency>>;
  readonly events: number;
  /** Events that no frame had shown ten seconds after the last was sent. */
  readonly unseen: Readonly<Record<LiveView['kind'], number>>;
  readonly frames: number;
  /** Posts that were refused or lost and had to be repeated. */
  readonly repeatedPosts: number;
}

/** What the crowd of connections does next; it stays as it is between jobs. */
export type CrowdJob =
  /** Adds connections that have authenticated and watch nothing. */
  | { readonly kind: 'crowd'; readonly act: 'open'; readonly sockets: number; readonly target: Target }
  /** All of them watch this and have a snapshot. */
  | { readonly kind: 'crowd'; readonly act: 'watch'; readonly topic: string; readonly view: LiveView }
  /** Tells what came so far. */
  | { readonly kind: 'crowd'; readonly act: 'count' }
  | { readonly kind: 'crowd'; readonly act: 'close' };

/** What all connections of the crowd together got since they were opened. */
export interface CrowdReport {
  readonly open: number;
  /** Connections that ended unasked. */
  readonly lost: number;
  readonly deltas: number;
  /** Rows that deltas changed or removed. */
  readonly rows: number;
  /** Deltas that did not continue the frame before. */
  readonly gaps: number;
  /** Snapshots in place of deltas, for who reads too slowly. */
  readonly skips: number;
}

export type Job = LoadJob | WatchJob | CrowdJob;
export type ReportOf<J extends Job> = J extends LoadJob ? LoadReport : J extends WatchJob ? WatchReport : CrowdReport;

/** What the generator answers to a job. */
export type GeneratorAnswer =
  | { readonly kind: 'done'; readonly report: LoadReport | WatchReport | CrowdReport }
  | { readonly kind: 'failed'; readonly reason: string };
