/** A board moved: one message per board and batch, without ranks (a rank is an observation made at reading). Version 1. */
export interface StandingsMessage {
  readonly v: 1;
  /** `<workspace>|<board>|<partition>|<epoch>:<offset>`: the same after a crash re-publishes it. */
  readonly id: string;
  readonly workspace: string;
  readonly board: string;
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
  /** Keys of the windows that changed. Who moved is read from the board: a batch may move thousands. */
  readonly windows: readonly string[];
}
