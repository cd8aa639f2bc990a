/** What the proxy does to the connections through it. */
export type FaultMode =
  | { readonly kind: 'pass' }
  /** Each chunk arrives `ms` later, and up to `jitterMs` more; bytes keep their order. */
  | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number }
  /** In each direction of each connection. */
  | { readonly kind: 'bandwidth'; readonly bytesPerSecond: number }
  /** Chunks arrive in pieces of at most `bytes`, one every `delayMs`. */
  | { readonly kind: 'slicer'; readonly bytes: number; readonly delayMs: number }
  /** Connections are taken and kept, and nothing comes through. */
  | { readonly kind: 'blackHole' }
  /** Connections are reset: those that are open, and each new one. */
  | { readonly kind: 'reset' }
  /** Nothing listens: connections are refused, and those that were open are reset. */
  | { readonly kind: 'down' };

/** How bytes are written on: at most `bytes` at a time, with a pause of `pauseMs` after each piece. */
export interface Pace {
  readonly bytes: number;
  readonly pauseMs: number;
}

const PIECES_PER_SECOND = 20;

export function paceOf(mode: FaultMode): Pace {
  switch (mode.kind) {
    case 'bandwidth': {
      const bytes = Math.max(1, Math.floor(mode.bytesPerSecond / PIECES_PER_SECOND));
      return { bytes, pauseMs: (bytes / mode.bytesPerSecond) * 1_000 };
    }
    case 'slicer':
      return { bytes: Math.max(1, mode.bytes), pauseMs: mode.delayMs };
    default:
      return { bytes: Infinity, pauseMs: 0 };
  }
}
