import { PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import {
  BOARD,
  DyingAt,
  RewardsInstance,
  SCHEDULE,
  WINDOW,
  WORKSPACE,
  programWith,
  rowsOf,
} from '../rewards-spec.builder.js';
import type { RewardStep } from './reward-steps.js';

let rewards: RewardsInstance;
beforeAll(async () => {
  rewards = await RewardsInstance.start();
});
beforeEach(() => rewards.clear());
afterAll(() => rewards.stop());

const runsOf = async (source = 'prizes') => {
  const page = await rewards.store.runs({ workspace: WORKSPACE, source, limit: 10 });
  return page.ok ? page.value.entries : [];
};
const COINS = { topPercent: 100, rewards: ['coins'] };

describe('a window that has ended', () => {
  it('gives each winner of a schedule one grant, by tier, with what it gives in units', async () => {
    await rewards.publish(programWith(SCHEDULE));
    await rewards.awards().afterFrozen(await rewards.freeze(rowsOf(5)));

    expect(await rewards.states()).toEqual(['p1 gold approved', 'p2 podium approved', 'p3 podium approved']);
    expect((await rewards.grants())[0]).toMatchObject({
      ...{ schedule: 'prizes@1', board: BOARD, window: WINDOW, part: '', rank: 1, score: 5, attempt: 1 },
      ...{ rewards: ['coins'], parts: [{ currency: 'coins', amount: 1_050 }], decidedBy: 'prizes@1' },
      ...{ dueAt: rewards.clock.now() },
    });
    expect(await runsOf()).toMatchObject([
      {
        ...{ state: 'done', window: WINDOW, winners: { gold: 1, podium: 2 } },
        totals: [{ state: 'approved', grants: 3, currencies: { coins: 1_050 } }],
      },
    ]);
  });

  it('gives nothing in the place of a player who was erased since, and nobody moves up', async () => {
    await rewards.publish(programWith(SCHEDULE));
    const rows = rowsOf(5).map((row, at) =>
      at === 1 ? { ...row, playerId: 'tombstone', erased: true as const } : row,
    );
    await rewards.awards().afterFrozen(await rewards.freeze(rows));

    expect(await rewards.states()).toEqual(['p1 gold approved', 'p3 podium approved']);
  });

  it('gives nothing a second time, whatever its schedule says by then', async () => {
    await rewards.publish(programWith(SCHEDULE));
    const window = await rewards.freeze(rowsOf(5));
    await rewards.awards().afterFrozen(window);
    const before = await rewards.grants();
    rewards.clock.advance(60_000);
    await rewards.awards().afterFrozen(window);

    expect(await rewards.grants()).toEqual(before);
  });

  it.each<[RewardStep, number]>([
    ['run_begun', 1],
    ['page_granted', 1],
    ['page_granted', 2],
    ['granted', 1],
    ['approved', 1],
  ])('gives each winner one grant through a death at %s (%i)', async (step, times) => {
    await rewards.publish(programWith({ ...SCHEDULE, tiers: [{ name: 'all', ...COINS }] }));
    const window = await rewards.freeze(rowsOf(1_200));
    await expect(rewards.awards(new DyingAt(step, times)).afterFrozen(window)).rejects.toThrow(step);
    await rewards.awards().afterFrozen(window);

    const grants = await rewards.grants();
    expect(grants).toHaveLength(1_200);
    expect(new Set(grants.map(({ playerId }) => playerId)).size).toBe(1_200);
    expect(new Set(grants.map(({ state, attempt }) => `${state} ${attempt}`))).toEqual(new Set(['approved 1']));
    expect(await runsOf()).toMatchObject([{ state: 'done', winners: { all: 1_200 } }]);
  });

  it('gives each winner one grant where two instances do it at once', async () => {
    await rewards.publish(programWith({ ...SCHEDULE, tiers: [{ name: 'all', ...COINS }] }));
    const window = await rewards.freeze(rowsOf(700));
    await Promise.all([rewards.awards().afterFrozen(window), rewards.awards().afterFrozen(window)]);

    expect(await rewards.grants()).toHaveLength(700);
    expect(await runsOf()).toMatchObject([{ state: 'done', totals: [{ state: 'approved', grants: 700 }] }]);
  });

  it('has winners in each part of a split', async () => {
    await rewards.publish(programWith({ ...SCHEDULE, per: 'country' }));
    const [first, second, third] = rowsOf(3);
    if (!first || !second || !third) throw new Error('three rows');
    const window = await rewards.freeze([first, second, third], {
      'country:br': [first, { ...third, rank: 2 }],
      'country:pt': [{ ...second, rank: 1 }],
    });
    await rewards.awards().afterFrozen(window);

    const found = (await rewards.grants()).map(({ part, playerId, tier }) => `${part} ${playerId} ${tier}`);
    expect(found.sort()).toEqual(['country:br p1 gold', 'country:br p3 podium', 'country:pt p2 gold']);
  });

  it('lets grants wait where they are to be approved, and opens others to be claimed', async () => {
    const manual = { ...SCHEDULE, key: 'manual', approval: 'manual' };
    const claimed = { ...SCHEDULE, key: 'claimed', claim: { withinSeconds: 60 } };
    await rewards.publish(programWith(manual, claimed));
    await rewards.awards().afterFrozen(await rewards.freeze(rowsOf(1)));

    const grants = await rewards.grants();
    expect(grants.find(({ schedule }) => schedule === 'manual@1')).toMatchObject({ state: 'pending' });
    const open = grants.find(({ schedule }) => schedule === 'claimed@1');
    expect(open).toMatchObject({ state: 'granted', claimBy: rewards.clock.now() + 60_000 });
    expect(open).not.toHaveProperty('dueAt');
  });

  it('says of who is in none of its segment that they are not eligible', async () => {
    await rewards.publish(programWith({ ...SCHEDULE, eligible: { segment: 'vips' } }));
    await rewards.db.collection<PlayerDocument>(PLAYERS_COLLECTION).insertOne({
      ...{ _id: playerDocumentId(WORKSPACE, 'p2'), workspace: WORKSPACE, playerId: 'p2', partition: 0 },
      ...{ stats: {}, balances: {}, boards: {}, profile: { attributes: { plan: 'vip' } }, createdAt: 1, updatedAt: 1 },
    });
    await rewards.awards().afterFrozen(await rewards.freeze(rowsOf(2)));

    expect(await rewards.states()).toEqual(['p1 gold not_eligible', 'p2 podium approved']);
    expect((await rewards.grants())[0]?.cause).toEqual({
      code: 'rewards.not_in_segment',
      detail: 'the player is not in the segment "vips"',
    });
  });

  it('is nothing to schedules of other windows and boards', async () => {
    await rewards.publish(programWith({ ...SCHEDULE, windows: ['season'] }));
    await rewards.awards().afterFrozen(await rewards.freeze(rowsOf(3)));

    expect(await rewards.grants()).toEqual([]);
    expect(await runsOf()).toEqual([]);
  });

  it('is done where nobody played', async () => {
    await rewards.publish(programWith(SCHEDULE));
    await rewards.awards().afterFrozen(await rewards.freeze([]));

    expect(await runsOf()).toMatchObject([{ state: 'done', winners: {}, totals: [] }]);
  });
});
