import type { CheckpointDocument, EventRecord, RecordedEffect } from '@laurel/contracts';
import { playerDocumentId } from '@laurel/contracts';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { type Player, type Program, compileProgram, newPlayer } from '@laurel/scoring-domain';
import { silentLog } from '@laurel/testing';
import type { Db } from 'mongodb';
import { boardKey } from '../partition/board-key.js';
import { PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import type { BoardChange, RankProjection } from '../partition/rank-projection.port.js';
import type { Committed } from './commit.step.js';
import { movedBoards } from './moved-boards.js';
import { ProjectStep } from './project.step.js';

const WORKSPACE = 'ws_1';
const TOP = { workspace: WORKSPACE, board: 'top@1' };

const DOCUMENT: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  leaderboards: ['top', 'flop'].map((key) => ({
    key,
    source: { stat: 'points' },
    aggregation: 'sum',
    order: 'desc',
    windows: [
      { kind: 'all' },
      { kind: 'season', key: 's1', start: '2014-08-01T00:00:00Z', end: '2015-06-01T00:00:00Z' },
    ],
  })),
};
const PROGRAM = compileProgram(1, releaseProgram(DOCUMENT, undefined, 1));

class StoredPrograms extends ProgramCache {
  constructor(private readonly program: Program | undefined) {
    super({} as Db);
  }

  override get(): Promise<Program | undefined> {
    return Promise.resolve(this.program);
  }
}

/** Ranks that answer what they are told to, and note what they were asked. */
class FakeRanks implements RankProjection {
  readonly changes: BoardChange[] = [];

  constructor(private readonly answer: () => Awaited<ReturnType<RankProjection['apply']>> = () => 'applied') {}

  async apply(change: BoardChange) {
    this.changes.push(change);
    return this.answer();
  }

  marks(): Promise<(string | undefined)[]> {
    throw new Error('nobody asks for marks here');
  }

  playersOf(): never {
    throw new Error('nobody asks for players here');
  }

  forget(): Promise<void> {
    throw new Error('nobody is erased here');
  }
}

const standing = (window: string, score: number, board = 'top@1'): RecordedEffect => ({
  kind: 'standing',
  board,
  window,
  score,
  columns: [],
  reachedAt: score,
});

const record = (offset: number, playerId: string, ...effects: RecordedEffect[]): EventRecord => ({
  workspace: WORKSPACE,
  eventId: `e${offset}`,
  playerId,
  type: 'scored',
  occurredAt: 0,
  receivedAt: 0,
  decidedAt: 900 + offset,
  properties: {},
  partition: 3,
  epoch: 1,
  offset,
  release: 1,
  status: 'processed',
  rules: [],
  effects,
});

/** A player whose entries in the windows of a board are these scores. */
const player = (playerId: string, scores: Record<string, number>, board = 'top@1'): Player => ({
  ...newPlayer(WORKSPACE, playerId, 0),
  boards: new Map([
    [
      board,
      new Map(Object.entries(scores).map(([window, score]) => [window, { score, columns: [], reachedAt: score }])),
    ],
  ]),
});

const CHECKPOINT: CheckpointDocument = { _id: 3, epoch: 1, offset: 42, fingerprint: '', decidedAt: 942, published: 40 };

const committed = (
  records: readonly EventRecord[],
  players: readonly Player[],
  previous: Readonly<Record<string, string>> = {},
): Committed => ({
  records,
  ledger: [],
  players: new Map(players.map((each) => [playerDocumentId(WORKSPACE, each.playerId), each])),
  releases: new Map(),
  poison: [],
  checkpoint: CHECKPOINT,
  boards: movedBoards(records).map((moved) => ({ ...moved, previous: previous[moved.board] })),
});

function projecting(batch: Committed, ranks: RankProjection, program: Program | undefined = PROGRAM) {
  const state = new PartitionState(3, 1, CHECKPOINT, new Map(), 10);
  state.releases.set(WORKSPACE, 1);
  const step = new ProjectStep(ranks, new StoredPrograms(program), silentLog);
  return { state, run: () => step.project(state, batch) };
}

const oneBoard = committed(
  [
    record(41, 'anna', standing('all', 3)),
    record(42, 'anna', standing('all', 6), standing('s1', 6)),
    record(42, 'bea', standing('all', 1)),
  ],
  [player('anna', { all: 6, s1: 6 }), player('bea', { all: 1 })],
  { 'top@1': '1:40' },
);

describe('projecting a batch', () => {
  it('sends one change per board, with each player once and as the batch left them', async () => {
    const ranks = new FakeRanks();
    const { state, run } = projecting(oneBoard, ranks);

    await run();

    const entry = (score: number) => ({ score, columns: [], reachedAt: score });
    expect(ranks.changes).toEqual([
      {
        workspace: WORKSPACE,
        board: PROGRAM.boards.get('top@1')?.definition,
        partition: 3,
        from: '1:40',
        to: '1:42',
        decidedAt: 942,
        windows: new Map([
          [
            'all',
            [
              { playerId: 'anna', entry: entry(6) },
              { playerId: 'bea', entry: entry(1) },
            ],
          ],
          ['s1', [{ playerId: 'anna', entry: entry(6) }]],
        ]),
        gone: [],
      },
    ]);
    expect(state.behind.size).toBe(0);
  });

  it('sends all entries of a player who had an event taken back, who leaves every other window', async () => {
    const ranks = new FakeRanks();
    const voided: EventRecord = {
      ...record(42, 'anna', { kind: 'removal', board: 'top@1', window: 'all' }),
      type: 'laurel.event_voided',
    };
    const batch = committed(
      [record(41, 'bea', standing('all', 1)), voided],
      [player('anna', { s1: 6 }), player('bea', { all: 1 })],
    );
    const { run } = projecting(batch, ranks);

    await run();

    const placed = (playerId: string, score: number) => ({ playerId, entry: { score, columns: [], reachedAt: score } });
    expect(ranks.changes).toMatchObject([
      {
        windows: new Map([
          ['all', [placed('bea', 1)]],
          ['s1', [placed('anna', 6)]],
        ]),
        gone: ['anna'],
      },
    ]);
  });

  it('notes a board as behind whose ranks are elsewhere, and goes on', async () => {
    const { state, run } = projecting(oneBoard, new FakeRanks(() => ({ found: '1:12' })));

    await run();

    expect([...state.behind]).toEqual([boardKey(TOP)]);
  });

  it('notes a board as behind when the ranks can not be reached, and goes on', async () => {
    const { state, run } = projecting(
      oneBoard,
      new FakeRanks(() => {
        throw new Error('Redis is down');
      }),
    );

    await run();

    expect([...state.behind]).toEqual([boardKey(TOP)]);
  });

  it('leaves a board that is behind to the repair', async () => {
    const ranks = new FakeRanks();
    const { state, run } = projecting(oneBoard, ranks);
    state.behind.add(boardKey(TOP));

    await run();

    expect(ranks.changes).toEqual([]);
  });

  it('projects the other boards when one fails', async () => {
    let calls = 0;
    const ranks = new FakeRanks(() => {
      calls += 1;
      return calls === 1 ? { found: undefined } : 'applied';
    });
    const batch = committed(
      [record(42, 'anna', standing('all', 3), standing('all', 3, 'flop@1'))],
      [player('anna', { all: 3 })],
    );
    const { state, run } = projecting(batch, ranks);

    await run();

    expect(ranks.changes.map(({ board }) => board.key)).toEqual(['top', 'flop']);
    expect([...state.behind]).toEqual([boardKey(TOP)]);
  });

  it('leaves out a board that a release in the same batch dropped', async () => {
    const ranks = new FakeRanks();
    const { state, run } = projecting(oneBoard, ranks, compileProgram(2, { stats: [], rules: [], leaderboards: [] }));

    await run();

    expect([ranks.changes, state.behind.size]).toEqual([[], 0]);
  });
});
