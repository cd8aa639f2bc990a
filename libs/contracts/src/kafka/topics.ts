/**
 * Number of partitions of the events topic. Fixed: a player's partition is where its single writer lives, so growing it is
 * a drained migration with a new epoch, never a setting.
 */
export const EVENTS_PARTITIONS = 12;

/** Topic names under one prefix (`laurel.` unless configured). */
export interface Topics {
  readonly events: string;
  readonly outcomes: string;
  readonly standings: string;
  readonly deadLetter: string;
  /** Answers to instances that wait for them; a single partition. */
  readonly replies: string;
}

export const topicNames = (prefix: string): Topics => ({
  events: `${prefix}events`,
  outcomes: `${prefix}outcomes`,
  standings: `${prefix}standings`,
  deadLetter: `${prefix}dead-letter`,
  replies: `${prefix}replies`,
});

/** Key of everything about one player: it decides the partition, so one writer sees a player's messages in order. */
export const playerKey = (workspace: string, playerId: string): string => `${workspace}|${playerId}`;
