/**
 * Control message: everything accepted before it stands before it. Written to every partition when windows have ended; each
 * partition notes that it has come to it, with its batch. Whoever finds one of an id that was noted already passes over it. A
 * partition whose own time (of the workspace, where one is named) is not yet `at` passes over it too: it is written again. Version 1.
 */
export interface BarrierMessage {
  readonly v: 1;
  readonly kind: 'barrier';
  readonly id: string;
  /** Whose test clock the time is of; null: that of the brokers. */
  readonly workspace: string | null;
  /** The windows that it is for were closed from then on, ms. */
  readonly at: number;
}

/**
 * Control message: from this position on, `now` of this workspace is the time of the broker and so much more. Written to every
 * partition; it only grows, except for the first one. Version 1.
 */
export interface ClockMessage {
  readonly v: 1;
  readonly kind: 'clock';
  readonly workspace: string;
  /** Milliseconds; negative where the workspace lives in the past. */
  readonly offsetMs: number;
}
