/** What connections of the live feed may do and cost. Times in ms, sizes in bytes. */
export interface LiveLimits {
  /** Connections of this instance, sockets and streams together. */
  readonly connections: number;
  /** New ones that are let in per second; as many at once. */
  readonly connectionsPerSecond: number;
  /** Connections of one player at all instances together, where they share a Redis; else at each. */
  readonly playerConnections: number;
  /** How long a connection may stay without a credential. */
  readonly authTimeoutMs: number;
  /** How often the credential of an open connection is verified again: how long it outlives its expiry or revocation. */
  readonly recheckMs: number;
  /** How often open connections are looked at: the grain of `pingMs`, `heartbeatMs` and `slowMs`. */
  readonly checkMs: number;
  /** Pause between pings; a connection that left one unanswered is dead at the next. */
  readonly pingMs: number;
  /** Pause between comments that keep a stream from being idle. */
  readonly heartbeatMs: number;
  /** Largest frame that is read. */
  readonly frameBytes: number;
  /** Frames, pings and pongs that one connection may send per second, in the long run. */
  readonly framesPerSecond: number;
  /** How many of them it may send at once. */
  readonly frameBurst: number;
  /** Frames that may wait while one is being handled. */
  readonly pendingFrames: number;
  readonly subscriptions: number;
  /** What may wait to be sent before changes are skipped and later made good by a snapshot. */
  readonly slowBytes: number;
  /** What may wait to be sent before the connection is closed. */
  readonly stuckBytes: number;
  /** How long a connection may stay slow before it is closed. */
  readonly slowMs: number;
  /** How long a client may take to answer a close before its connection is cut. */
  readonly closeMs: number;
  /** How long whom we turn away is asked to wait at least, and by how much more at most. */
  readonly comeBackMs: number;
}

export const LIVE_LIMITS: LiveLimits = {
  connections: 20_000,
  connectionsPerSecond: 500,
  playerConnections: 20,
  authTimeoutMs: 5_000,
  recheckMs: 5_000,
  checkMs: 1_000,
  pingMs: 30_000,
  heartbeatMs: 15_000,
  frameBytes: 16 * 1024,
  framesPerSecond: 20,
  frameBurst: 120,
  pendingFrames: 64,
  subscriptions: 50,
  slowBytes: 64 * 1024,
  stuckBytes: 1024 * 1024,
  slowMs: 10_000,
  closeMs: 2_000,
  comeBackMs: 1_000,
};
