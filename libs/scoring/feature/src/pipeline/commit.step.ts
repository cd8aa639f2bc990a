import { createHash } from 'node:crypto';
import {
  type BarrierDocument,
  type CheckpointDocument,
  type EventRecord,
  barrierNoteId,
  formatPosition,
  playerDocumentId,
} from '@laurel/contracts';
import type { LogMessage } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { ErasureStore } from '../adapters/erasure-store.mongo.js';
import { type Burial, ScoringStore } from '../adapters/scoring-store.mongo.js';
import type { ErasedInBatch } from '../erase-player/batch-erasures.js';
import type { PartitionState } from '../partition/partition-state.js';
import { boardKey } from '../partition/board-key.js';
import type { DecidedBatch } from './decide.step.js';
import type { DecodedBarrier } from './decode.step.js';
import { type MovedBoard, movedBoards } from './moved-boards.js';

export interface Committed extends DecidedBatch {
  readonly checkpoint: CheckpointDocument;
  /** The batch's boards with the position each had before; undefined for one that the partition never touched. */
  readonly boards: readonly (MovedBoard & { readonly previous: string | undefined })[];
}

/** SHA-256 of a message as the log has it: whether the log still is the one that state was computed from. */
export function fingerprintOf({ timestamp, key, value }: LogMessage): string {
  const hash = createHash('sha256').update(`${timestamp}|`);
  if (key) hash.update(key);
  hash.update('|');
  if (value) hash.update(value);
  return hash.digest('hex');
}

/** Commits a decided batch with its checkpoint, then brings the state in memory up to it. */
@Injectable()
export class CommitStep {
  constructor(
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(ErasureStore) private readonly erasures: Pick<ErasureStore, 'tombstoneOf'>,
  ) {}

  /** @param last the last message of the batch: where the checkpoint will stand */
  async commit(state: PartitionState, last: LogMessage, decidedAt: number, decided: DecidedBatch): Promise<Committed> {
    const checkpoint: CheckpointDocument = {
      _id: state.partition,
      epoch: state.epoch,
      offset: last.offset,
      fingerprint: fingerprintOf(last),
      decidedAt,
      published: state.published,
    };
    const boards = movedBoards(recordsToTell(decided));
    const erased = decided.erased && this.burialOf(state, decided.erased);
    await this.store.commit({
      partition: state.partition,
      from: state.checkpoint,
      to: checkpoint,
      records: decided.records,
      ledger: decided.ledger,
      players: [...decided.players.values()],
      boards,
      releases: Array.from(decided.releases, ([workspace, release]) => ({ workspace, ...release })),
      ...(decided.clocks
        ? { clocks: Array.from(decided.clocks, ([workspace, clock]) => ({ workspace, ...clock })) }
        : {}),
      barriers: decided.barriers ? notesOf(state, decided.barriers, decidedAt) : undefined,
      erased,
    });
    if (erased) forget(state, erased);
    return { ...decided, checkpoint, boards: remember(state, checkpoint, decided, boards) };
  }

  private burialOf(state: PartitionState, { players, messages }: ErasedInBatch): Burial {
    return { tombstones: Array.from(players.values(), (player) => this.erasures.tombstoneOf(player, state)), messages };
  }
}

/** @param decidedAt of the batch, in the time of the world: by that they expire, whatever time it is in a workspace */
const notesOf = (
  { partition, epoch }: PartitionState,
  barriers: readonly DecodedBarrier[],
  decidedAt: number,
): BarrierDocument[] =>
  barriers.map(({ message: { id, at }, offset }) => ({
    _id: barrierNoteId(id, partition),
    barrier: id,
    partition,
    at,
    epoch,
    offset,
    notedAt: new Date(decidedAt),
  }));

function forget(state: PartitionState, { tombstones }: Burial): void {
  for (const tombstone of tombstones) {
    state.unswept.set(tombstone._id, tombstone);
    if (tombstone.sweep) state.players.delete(playerDocumentId(tombstone.workspace, tombstone.sweep.playerId));
  }
}

/** The records of a batch, with those that are told and not kept. */
export const recordsToTell = ({ records, erased }: DecidedBatch): readonly EventRecord[] =>
  erased ? [...records, ...erased.told] : records;

const NO_CLOCKS: NonNullable<DecidedBatch['clocks']> = new Map();

function remember(
  state: PartitionState,
  checkpoint: CheckpointDocument,
  { players, releases, clocks = NO_CLOCKS }: DecidedBatch,
  boards: readonly MovedBoard[],
): Committed['boards'] {
  state.checkpoint = checkpoint;
  for (const [id, player] of players) state.players.set(id, player);
  for (const [workspace, { release }] of releases) {
    state.releases.set(workspace, release);
    state.rereleased.add(workspace);
  }
  for (const [workspace, { offsetMs }] of clocks) state.clocks.set(workspace, offsetMs);
  return boards.map((moved) => {
    const { workspace, board } = moved;
    const key = boardKey(moved);
    const before = state.boardPositions.get(key);
    state.boardPositions.set(key, {
      workspace,
      board,
      position: { epoch: checkpoint.epoch, offset: checkpoint.offset },
    });
    return { ...moved, previous: before && formatPosition(before.position) };
  });
}
