import { type CheckpointDocument, type Position, playerDocumentId, playerKey, partitionOf } from '@laurel/contracts';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { type Player, type Program, compileProgram, newPlayer } from '@laurel/scoring-domain';
import { silentLog } from '@laurel/testing';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import type { Db } from 'mongodb';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { boardKey } from '../partition/board-key.js';
import { type BoardRef, PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import type { BoardChange, RankProjection, ReleasedBoard } from '../partition/rank-projection.port.js';
import { RepairRanks } from './repair-ranks.js';

const WORKSPACE = 'ws_1';
/** Anna's. */
const PARTITION = partitionOf(playerKey(WORKSPACE, 'anna'));
const TOP: BoardRef = { workspace: WORKSPACE, board: 'top@1' };
const FLOP: BoardRef = { workspace: WORKSPACE, board: 'flop@1' };

const DOCUMENT: ProgramDocument = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  leaderboards: ['top', 'flop'].map((key) => ({
    key,
    source: { stat: 'points' },
    aggregation: 'sum',
    order: 'desc',
    windows: [{ kind: 'all' }],
  })),
};
const PROGRAM = compileProgram(1, releaseProgram(DOCUMENT, undefined, 1));

class StoredPrograms extends ProgramCache {
  constructor() {
    super({} as Db);
  }

  override get(_workspace: string, release: number): Promise<Program | undefined> {
    return Promise.resolve(release === 1 ? PROGRAM : undefined);
  }
}

/** Committed players, all of one partition, each with the offset that changed them last. */
class FakeStore extends ScoringStore {
  readonly asked: string[] = [];
  private readonly committed: readonly { readonly player: Player; readonly offset: number }[];

  /** @param players without a score where they have no entry any more */
  constructor(players: Readonly<Record<string, { readonly score?: number; readonly offset: number }>>) {
    super({} as Db);
    this.committed = Object.entries(players).map(([playerId, { score, offset }]) => ({
      player: playerWith(playerId, score),
      offset,
    }));
  }

  override loadReleasesInForce(): Promise<Map<string, number>> {
    return Promise.resolve(new Map([[WORKSPACE, 1]]));
  }

  override playersTouchedSince(_partition: number, _board: BoardRef, since: Position): Promise<string[]> {
    this.asked.push(`touched since ${since.epoch}:${since.offset}`);
    return Promise.resolve(
      this.committed.filter(({ offset }) => offset > since.offset).map(({ player }) => player.playerId),
    );
  }

  override loadPlayers(ids: readonly string[]): Promise<Map<string, Player>> {
    const found = this.committed.map(({ player }): [string, Player] => [
      playerDocumentId(WORKSPACE, player.playerId),
      player,
    ]);
    return Promise.resolve(new Map(found.filter(([id]) => ids.includes(id))));
  }

  override async *playersOnBoard(): AsyncGenerator<Player[]> {
    this.asked.push('all');
    for (const { player } of this.committed) if (player.boards.size > 0) yield [player];
  }
}

const playerWith = (playerId: string, score: number | undefined): Player => {
  if (score === undefined) return newPlayer(WORKSPACE, playerId, 0);
  const entries = new Map([['all', { score, columns: [], reachedAt: 0 }]]);
  return { ...newPlayer(WORKSPACE, playerId, 0), boards: new Map([TOP, FLOP].map(({ board }) => [board, entries])) };
};

/** Ranks in memory that keep to the rule: a change applies onto the mark that it builds on, or not at all. */
class FakeRanks implements RankProjection {
  readonly entries = new Map<string, number>();
  readonly changes: BoardChange[] = [];
  onApply: (change: BoardChange) => void = () => undefined;

  constructor(readonly stored: Map<string, string | undefined>) {}

  async apply(change: BoardChange): Promise<'applied' | { found: string | undefined }> {
    this.onApply(change);
    this.changes.push(change);
    const key = `${change.board.key}@${change.board.incarnation}`;
    const found = this.stored.get(key);
    if (found !== change.from) return { found };
    this.stored.set(key, change.to);
    for (const playerId of change.gone ?? []) this.entries.delete(`${key} ${playerId}`);
    for (const { playerId, entry } of change.windows.get('all') ?? [])
      this.entries.set(`${key} ${playerId}`, entry.score);
    return 'applied';
  }

  async *playersOf(_workspace: string, board: BoardDefinition) {
    const key = `${board.key}@${board.incarnation} `;
    const names = [...this.entries.keys()].filter((name) => name.startsWith(key));
    yield { window: 'all', playerIds: names.map((name) => name.slice(key.length)) };
  }

  async marks(_partition: number, boards: readonly ReleasedBoard[]): Promise<(string | undefined)[]> {
    return boards.map(({ board }) => this.stored.get(boardId(board)));
  }

  forget(): Promise<void> {
    throw new Error('nobody is erased here');
  }
}

const CHECKPOINT: CheckpointDocument = {
  _id: PARTITION,
  epoch: 2,
  offset: 50,
  fingerprint: '',
  decidedAt: 950,
  published: 50,
};

/** A partition that changed these boards last at 2:50. */
function stateOf(...boards: BoardRef[]): PartitionState {
  const positions = boards.map((board) => ({ ...board, position: { epoch: 2, offset: 50 } }));
  const byKey = new Map(positions.map((position) => [boardKey(position), position]));
  return new PartitionState(PARTITION, 2, CHECKPOINT, byKey, 10);
}

const COMMITTED = { anna: { score: 7, offset: 50 }, bea: { score: 5, offset: 30 }, carl: { score: 1, offset: 10 } };

function repairing(marks: Record<string, string>, store = new FakeStore(COMMITTED), erased = false) {
  const ranks = new FakeRanks(new Map(Object.entries(marks)));
  const erasures = { wasErasedSince: () => Promise.resolve(erased) };
  return { ranks, store, repairs: new RepairRanks(ranks, store, erasures, new StoredPrograms(), silentLog) };
}

describe('the sweep of a partition’s boards', () => {
  it('leaves boards alone whose mark is their position', async () => {
    const { ranks, store, repairs } = repairing({ 'top@1': '2:50' });
    const state = stateOf(TOP);

    await repairs.sweep(state);

    expect([ranks.changes, store.asked, state.behind.size]).toEqual([[], [], 0]);
  });

  it('finds and repairs the board that is behind, and only that', async () => {
    const { ranks, repairs } = repairing({ 'top@1': '2:50', 'flop@1': '2:20' });
    const state = stateOf(TOP, FLOP);

    await repairs.sweep(state);

    expect(ranks.stored).toEqual(
      new Map([
        ['top@1', '2:50'],
        ['flop@1', '2:50'],
      ]),
    );
    expect(new Set(ranks.changes.map(({ board }) => board.key))).toEqual(new Set(['flop']));
    expect(state.behind.size).toBe(0);
  });

  it('takes boards for behind when their marks can not be read, and throws nothing', async () => {
    const { ranks, repairs } = repairing({});
    ranks.marks = () => Promise.reject(new Error('Redis is down'));
    const state = stateOf(TOP, FLOP);

    await repairs.sweep(state);

    expect([...state.behind]).toEqual([boardKey(TOP), boardKey(FLOP)]);
  });

  it('has nothing to do for a partition that never changed a board', async () => {
    const { ranks, repairs } = repairing({});

    await repairs.sweep(stateOf());

    expect(ranks.changes).toEqual([]);
  });
});

describe('the tick of a partition', () => {
  it('asks for no marks while nothing is behind and no release is new', async () => {
    const { ranks, repairs } = repairing({});
    ranks.marks = () => Promise.reject(new Error('nobody should ask'));
    const state = stateOf(TOP, FLOP);

    await repairs.repairBehind(state);

    expect([ranks.changes, state.behind.size]).toEqual([[], 0]);
  });

  it('writes the boards of a workspace anew whose release has their rows written in another way', async () => {
    const { ranks, store, repairs } = repairing({ 'flop@1': '2:50' });
    const state = stateOf(TOP, FLOP);
    state.rereleased.add(WORKSPACE);

    await repairs.repairBehind(state);

    expect(new Set(ranks.changes.map(({ board }) => board.key))).toEqual(new Set(['top']));
    expect([store.asked, ranks.stored.get('top@1'), state.behind.size]).toEqual([['all'], '2:50', 0]);
  });

  it('looks at a release once, and again where the ranks could not be reached', async () => {
    const { ranks, repairs } = repairing({ 'top@1': '2:50' });
    const marks = ranks.marks.bind(ranks);
    let isAway = true;
    let asked = 0;
    ranks.marks = (...args) => {
      asked += 1;
      return isAway ? Promise.reject(new Error('Redis is down')) : marks(...args);
    };
    const state = stateOf(TOP);
    state.rereleased.add(WORKSPACE);

    await repairs.repairBehind(state);
    isAway = false;
    await repairs.repairBehind(state);
    await repairs.repairBehind(state);

    expect([asked, ranks.changes, state.behind.size]).toEqual([2, [], 0]);
  });

  it('leaves a board alone that the program has not any more', async () => {
    const { ranks, repairs } = repairing({});
    const state = stateOf({ workspace: WORKSPACE, board: 'dropped@1' });
    state.behind.add(boardKey({ workspace: WORKSPACE, board: 'dropped@1' }));

    await repairs.repairBehind(state);

    expect([ranks.changes, state.behind.size]).toEqual([[], 0]);
  });
});

describe('a repair', () => {
  it('projects again the players that changed since the mark, and no others', async () => {
    const { ranks, store, repairs } = repairing({ 'top@1': '2:20' });

    await repairs.sweep(stateOf(TOP));

    expect(store.asked).toEqual(['touched since 2:20']);
    expect(ranks.entries).toEqual(
      new Map([
        ['top@1 anna', 7],
        ['top@1 bea', 5],
      ]),
    );
    expect(ranks.stored.get('top@1')).toBe('2:50');
  });

  it.each([
    ['lost', undefined],
    ['of a repair that did not end', 'repair:5ca1ab1e'],
    ['of another epoch', '1:20'],
    ['ahead of what is committed, as after a restore from a backup', '2:90'],
    ['none that anyone wrote', 'nonsense'],
  ])('projects all players of the partition when the mark is %s', async (_, mark) => {
    const { ranks, store, repairs } = repairing(mark === undefined ? {} : { 'top@1': mark });

    await repairs.sweep(stateOf(TOP));

    expect(store.asked).toEqual(['all']);
    expect([...ranks.entries.values()]).toEqual([7, 5, 1]);
    expect(ranks.stored.get('top@1')).toBe('2:50');
  });

  it('takes players off who changed since the mark and have no entry any more', async () => {
    const store = new FakeStore({ ...COMMITTED, dora: { offset: 45 }, emil: { offset: 5 } });
    const { ranks, repairs } = repairing({ 'top@1': '2:20' }, store);
    for (const playerId of ['anna', 'dora', 'carl']) ranks.entries.set(`top@1 ${playerId}`, 1);

    await repairs.sweep(stateOf(TOP));

    expect([...ranks.entries].sort()).toEqual([
      ['top@1 anna', 7],
      ['top@1 bea', 5],
      ['top@1 carl', 1],
    ]);
  });

  describe('where players stand who are not committed', () => {
    const numbered = Array.from({ length: 100 }, (_, index) => `stray-${index}`);
    const isOwn = (playerId: string) => partitionOf(playerKey(WORKSPACE, playerId)) === PARTITION;
    const own = numbered.filter(isOwn);
    const others = numbered.filter((playerId) => !isOwn(playerId));

    const left = async (mark: string, erased = false): Promise<Set<string>> => {
      const { ranks, repairs } = repairing({ 'top@1': mark }, new FakeStore(COMMITTED), erased);
      for (const playerId of [...numbered, 'anna']) ranks.entries.set(`top@1 ${playerId}`, 99);
      await repairs.sweep(stateOf(TOP));
      expect([ranks.stored.get('top@1'), ranks.entries.get('top@1 anna')]).toEqual(['2:50', 7]);
      return new Set([...ranks.entries.keys()].map((name) => name.replace('top@1 ', '')));
    };

    it('takes the partition’s own off when the mark is of a history that MongoDB lost, and leaves the others’', async () => {
      const stayed = await left('2:90');

      expect(own.length).toBeGreaterThan(0);
      expect(own.filter((playerId) => stayed.has(playerId))).toEqual([]);
      expect(others.filter((playerId) => !stayed.has(playerId))).toEqual([]);
    });

    it('takes them off when somebody was erased since the mark: no record tells who', async () => {
      const stayed = await left('2:20', true);

      expect(own.filter((playerId) => stayed.has(playerId))).toEqual([]);
      expect(others.filter((playerId) => !stayed.has(playerId))).toEqual([]);
    });

    it('looks for none when the mark is a position that is only behind', async () => {
      expect((await left('2:20')).size).toBeGreaterThan(numbered.length);
    });
  });

  it('projects all players of the partition when very many have changed', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => [`p${index}`, { score: 1, offset: 30 }] as const);
    const { store, repairs } = repairing({ 'top@1': '2:20' }, new FakeStore(Object.fromEntries(many)));

    await repairs.sweep(stateOf(TOP));

    expect(store.asked).toEqual(['touched since 2:20', 'all']);
  });

  it('says so in the mark as long as it lasts, and with the time of the last decision', async () => {
    const { ranks, repairs } = repairing({ 'top@1': '2:20' });

    await repairs.sweep(stateOf(TOP));

    const marks = ranks.changes.map(({ from, to }) => [from, to]);
    const token = marks[0]?.[1];
    expect(token).toMatch(/^repair:.+/);
    expect(marks).toEqual([
      ['2:20', token],
      [token, token],
      [token, '2:50'],
    ]);
    expect(new Set(ranks.changes.map(({ decidedAt }) => decidedAt))).toEqual(new Set([950]));
  });

  it('writes nothing more once another owner has put its mark, and the board stays behind', async () => {
    const { ranks, repairs } = repairing({});
    const state = stateOf(TOP);
    ranks.onApply = ({ windows }) => {
      if (windows.size > 0) ranks.stored.set('top@1', 'repair:of another owner');
    };

    await repairs.sweep(state);

    expect([...ranks.entries]).toEqual([]);
    expect(ranks.stored.get('top@1')).toBe('repair:of another owner');
    expect([...state.behind]).toEqual([boardKey(TOP)]);
  });

  it('that fails leaves its board behind and goes on with the others', async () => {
    const { ranks, repairs } = repairing({});
    const state = stateOf(TOP, FLOP);
    ranks.onApply = ({ board }) => {
      if (board.key === 'top') throw new Error('Redis timed out');
    };

    await repairs.sweep(state);

    expect([...state.behind]).toEqual([boardKey(TOP)]);
    expect(ranks.stored.get('flop@1')).toBe('2:50');
  });

  it('is tried again until it succeeds', async () => {
    const { ranks, repairs } = repairing({});
    const state = stateOf(TOP);
    ranks.onApply = () => {
      throw new Error('Redis timed out');
    };
    await repairs.sweep(state);
    ranks.onApply = () => undefined;

    await repairs.repairBehind(state);

    expect([state.behind.size, ranks.stored.get('top@1')]).toEqual([0, '2:50']);
  });

  it('is not needed for a board that the program in force has dropped', async () => {
    const { ranks, repairs } = repairing({});
    const state = stateOf({ workspace: WORKSPACE, board: 'old@1' });

    await repairs.sweep(state);

    expect([ranks.changes, state.behind.size]).toEqual([[], 0]);
  });
});
