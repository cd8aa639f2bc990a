import { FakeClock } from '@laurel/testing';
import type { BoardChange, RankProjection, RankedPlayers } from '../partition/rank-projection.port.js';
import { GuardedRanks, RanksUnreachableError } from './guarded-ranks.js';

const CHANGE: BoardChange = {
  workspace: 'ws_1',
  board: {
    key: 'top',
    incarnation: 1,
    source: { stat: 'points' },
    aggregation: 'sum',
    order: 'desc',
    columns: [],
    ties: { then: 'shared' },
    windows: [{ kind: 'all' }],
    visibility: 'public',
  } as never,
  partition: 3,
  from: undefined,
  to: '1:5',
  decidedAt: 1,
  windows: new Map(),
};
const BOARDS = [{ workspace: 'ws_1', board: CHANGE.board }];

/** What every call answers, and which calls came through. */
class FakeRanks implements RankProjection {
  readonly asked: string[] = [];
  failure: Error | undefined;

  async apply(): Promise<'applied'> {
    this.asked.push('apply');
    if (this.failure) throw this.failure;
    return 'applied';
  }

  async marks(): Promise<(string | undefined)[]> {
    this.asked.push('marks');
    if (this.failure) throw this.failure;
    return ['1:5'];
  }

  async forget(): Promise<void> {
    this.asked.push('forget');
    if (this.failure) throw this.failure;
  }

  async *playersOf(): AsyncGenerator<RankedPlayers> {
    this.asked.push('playersOf');
    yield { window: 'all', playerIds: ['anna'] };
    if (this.failure) throw this.failure;
    yield { window: 'all', playerIds: ['bea'] };
  }
}

class Timeout extends Error {}

let inner: FakeRanks;
let clock: FakeClock;
let ranks: GuardedRanks;

beforeEach(() => {
  inner = new FakeRanks();
  clock = new FakeClock(1_000_000);
  ranks = new GuardedRanks(inner, (error) => error instanceof Timeout, clock);
});

const apply = () => ranks.apply(CHANGE);
const marks = () => ranks.marks(3, BOARDS);
async function players(): Promise<string[]> {
  const all: string[] = [];
  for await (const { playerIds } of ranks.playersOf('ws_1', CHANGE.board)) all.push(...playerIds);
  return all;
}
async function timeOut(): Promise<void> {
  inner.failure = new Timeout();
  await expect(apply()).rejects.toThrow(Timeout);
}

describe('the breaker before the ranks', () => {
  it('hands through what is asked and answered', async () => {
    expect(await apply()).toBe('applied');
    expect(await marks()).toEqual(['1:5']);
    expect(await players()).toEqual(['anna', 'bea']);
    expect(ranks.failingForMs()).toBe(0);
  });

  it('refuses at once, without asking, after the first timeout', async () => {
    await timeOut();

    await expect(apply()).rejects.toThrow(RanksUnreachableError);
    await expect(marks()).rejects.toThrow(RanksUnreachableError);

    expect(inner.asked).toEqual(['apply']);
  });

  it('lets one reading of marks a second ask again, and changes through once it was answered', async () => {
    await timeOut();
    clock.advance(1_000);
    await expect(marks()).rejects.toThrow(Timeout);
    await expect(marks()).rejects.toThrow(RanksUnreachableError);
    inner.failure = undefined;
    clock.advance(1_000);
    await expect(apply()).rejects.toThrow(RanksUnreachableError);

    expect(await marks()).toEqual(['1:5']);

    expect(await apply()).toBe('applied');
    expect(inner.asked).toEqual(['apply', 'marks', 'marks', 'apply']);
  });

  it('refuses everything once the listing of players broke off', async () => {
    inner.failure = new Timeout();
    await expect(players()).rejects.toThrow(Timeout);

    await expect(players()).rejects.toThrow(RanksUnreachableError);
    await expect(apply()).rejects.toThrow(RanksUnreachableError);
    expect(inner.asked).toEqual(['playersOf']);
  });

  it('takes no marks of no boards for an answer', async () => {
    await timeOut();
    clock.advance(1_000);

    expect(await ranks.marks(3, [])).toEqual([]);

    await expect(apply()).rejects.toThrow(RanksUnreachableError);
  });

  it('does not mind errors of one board', async () => {
    inner.failure = new Error('WRONGTYPE');
    await expect(apply()).rejects.toThrow('WRONGTYPE');
    inner.failure = undefined;

    expect(await apply()).toBe('applied');
    expect(ranks.failingForMs()).toBe(0);
  });

  it('tells for how long no change has got through, also while marks can be read', async () => {
    await timeOut();
    for (let second = 0; second < 5; second += 1) {
      inner.failure = undefined;
      clock.advance(1_000);
      await marks();
      await timeOut();
    }
    expect(ranks.failingForMs()).toBe(5_000);

    inner.failure = undefined;
    clock.advance(1_000);
    await marks();
    await apply();

    expect(ranks.failingForMs()).toBe(0);
  });

  it('does not add up failures that lie far apart', async () => {
    await timeOut();
    clock.advance(10_001);
    expect(ranks.failingForMs()).toBe(0);

    await expect(marks()).rejects.toThrow(Timeout);
    clock.advance(500);

    expect(ranks.failingForMs()).toBe(500);
  });
});
