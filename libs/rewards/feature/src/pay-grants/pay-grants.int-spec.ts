import { type CommandMessage, GRANTS_COLLECTION, type GrantDocument } from '@laurel/contracts';
import { err, ok, ordinaryTime } from '@laurel/kernel';
import { type OutgoingMessage, kafkaErrors } from '@laurel/platform-kafka';
import { RewardSteps } from '../award-window/reward-steps.js';
import { DecideGrantHandler } from '../decide-grant/decide-grant.handler.js';
import { RevokeGrantHandler } from '../decide-grant/revoke-grant.handler.js';
import type { GrantMove } from '../grants/grant-store.js';
import { ALIVE, DyingAt, RewardsInstance, SCHEDULE, WORKSPACE, programWith, rowsOf } from '../rewards-spec.builder.js';
import { DueGrants } from './due-grants.js';
import { PayGrantsHandler } from './pay-grants.handler.js';

let rewards: RewardsInstance;
let sent: OutgoingMessage[];
let isAway: boolean;
beforeAll(async () => {
  rewards = await RewardsInstance.start();
});
beforeEach(async () => {
  await rewards.clear();
  [sent, isAway] = [[], false];
});
afterAll(() => rewards.stop());

const producer = {
  send: async (_topic: string, messages: readonly OutgoingMessage[]) => {
    if (isAway) return err(kafkaErrors.unavailable('Away.'));
    sent.push(...messages);
    return ok([]);
  },
};
const payments = (steps: RewardSteps = ALIVE) =>
  new PayGrantsHandler(new DueGrants(rewards.db), producer, { events: 'events' }, ordinaryTime, rewards.clock, steps);
const decisions = () => new DecideGrantHandler(rewards.store, ordinaryTime, rewards.clock);

async function award(more: object = {}, rows = 1): Promise<void> {
  await rewards.publish(programWith({ ...SCHEDULE, ...more }));
  await rewards.awards().afterFrozen(await rewards.freeze(rowsOf(rows)));
}

const commands = () => sent.map(({ value }) => JSON.parse(String(value)) as CommandMessage);
const ids = () => commands().map(({ commandId }) => commandId);
const grants = () => rewards.db.collection<GrantDocument>(GRANTS_COLLECTION);
async function theGrant(): Promise<GrantDocument> {
  const [grant] = await rewards.grants();
  if (!grant) throw new Error('there is no grant');
  return grant;
}
/** As the partition does that carries the payment out. */
const pay = () =>
  grants().updateOne({}, [
    { $set: { state: { $cond: [{ $gt: ['$claimMs', 0] }, 'claimed', 'granted'] }, paidAt: 9, paidFor: 8 } },
    { $unset: ['dueAt', 'takenBy'] },
  ]);
const move = async (what: GrantMove) => {
  const { grantId } = await theGrant();
  return decisions().handle({ workspace: WORKSPACE, grantId, move: what });
};
const revoke = async () => {
  const { grantId } = await theGrant();
  const order = { workspace: WORKSPACE, grantId, by: 'key_1', reason: 'a mistake' };
  return new RevokeGrantHandler(decisions()).handle(order);
};

describe('payments that are due', () => {
  it('are ordered once, under ids that derive from the grants, by keys of the players', async () => {
    await award({}, 3);
    await payments().handle();
    await payments().handle();

    expect(sent.map(({ key }) => String(key))).toHaveLength(3);
    expect(commands()).toContainEqual({
      ...{ v: 1, kind: 'command', command: 'pay_grant', workspace: WORKSPACE, playerId: 'p1', attempt: 1 },
      ...{ grant: (await theGrant()).grantId, commandId: `laurel.grant.${(await theGrant()).grantId}.1` },
      ...{ parts: [{ currency: 'coins', amount: 1_050 }], by: 'prizes@1', receivedAt: rewards.clock.now() },
    });
  });

  it('are ordered again under the same ids where nothing came of them', async () => {
    await award();
    await payments().handle();
    rewards.clock.advance(60_000);
    await payments().handle();

    expect(ids()).toHaveLength(2);
    expect(new Set(ids()).size).toBe(1);
  });

  it.each(['taken', 'ordered'] as const)('are ordered under the same ids after a death when %s', async (step) => {
    await award();
    await expect(payments(new DyingAt(step)).handle()).rejects.toThrow(step);
    rewards.clock.advance(60_000);
    await payments().handle();

    expect(new Set(ids()).size).toBe(1);
  });

  it('are ordered later while the event log is away', async () => {
    await award();
    isAway = true;
    await payments().handle();
    expect(sent).toEqual([]);
    isAway = false;
    rewards.clock.advance(60_000);
    await payments().handle();
    expect(ids()).toHaveLength(1);
  });

  it('are shared between gateways: none is ordered by both', async () => {
    await award({ tiers: [{ name: 'all', topPercent: 100, rewards: ['coins'] }] }, 800);
    await Promise.all([payments().handle(), payments().handle()]);
    await Promise.all([payments().handle(), payments().handle()]);

    expect(ids()).toHaveLength(800);
    expect(new Set(ids()).size).toBe(800);
  });

  it('have the next number after a refusal, when they are due again or somebody says so', async () => {
    await award();
    const dueAt = rewards.clock.now() + 1_000;
    const cause = { code: 'scoring.player_not_active', detail: 'x' };
    await grants().updateOne({}, { $set: { state: 'failed', attempt: 2, dueAt, cause } });
    await payments().handle();
    expect(sent).toEqual([]);

    expect(await move({ kind: 'retry' })).toMatchObject({ ok: true });
    await payments().handle();
    expect(ids()).toEqual([`laurel.grant.${(await theGrant()).grantId}.2`]);
    expect(await theGrant()).toMatchObject({ state: 'approved' });
  });
});

describe('a grant that waits for approval', () => {
  it('is paid once it is approved, however often that is said', async () => {
    await award({ approval: 'manual' });
    await payments().handle();
    expect(sent).toEqual([]);

    expect(await move({ kind: 'approve', by: 'op_1' })).toMatchObject({ ok: true, value: { state: 'approved' } });
    expect(await move({ kind: 'approve', by: 'op_2' })).toMatchObject({ ok: true, value: { decidedBy: 'op_1' } });
    await payments().handle();
    expect(commands()).toMatchObject([{ command: 'pay_grant', by: 'op_1' }]);
  });

  it('is not eligible once it is rejected, and stays so', async () => {
    await award({ approval: 'manual' });
    expect(await move({ kind: 'reject', by: 'op_1', reason: 'cheated' })).toMatchObject({
      value: { state: 'not_eligible', cause: { code: 'rewards.rejected', detail: 'cheated' } },
    });
    expect(await move({ kind: 'approve', by: 'op_1' })).toMatchObject({
      error: { code: 'rewards.wrong_state', detail: 'The grant is not_eligible.' },
    });
  });
});

describe('a grant that is to be claimed', () => {
  const claim = { claim: { withinSeconds: 60 } };

  it('is paid when it is claimed, once', async () => {
    await award(claim);
    await payments().handle();
    expect(sent).toEqual([]);

    expect(await move({ kind: 'claim' })).toMatchObject({ ok: true, value: { state: 'granted' } });
    expect(await move({ kind: 'claim' })).toMatchObject({ ok: true });
    await payments().handle();
    await payments().handle();
    expect(commands()).toMatchObject([{ command: 'pay_grant' }]);
    await pay();
    expect(await move({ kind: 'claim' })).toMatchObject({ ok: true, value: { state: 'claimed' } });
  });

  it('expires when its time is over, and can’t be claimed then', async () => {
    await award(claim);
    rewards.clock.advance(60_000);
    expect(await move({ kind: 'claim' })).toMatchObject({ error: { code: 'rewards.claim_expired' } });
    await payments().handle();

    expect(await theGrant()).toMatchObject({ state: 'expired' });
    expect(await move({ kind: 'claim' })).toMatchObject({ error: { code: 'rewards.claim_expired' } });
    expect(sent).toEqual([]);
  });

  it('does not expire once it was claimed, however long paying takes', async () => {
    await award(claim);
    await move({ kind: 'claim' });
    rewards.clock.advance(120_000);
    await payments().handle();

    expect(await theGrant()).toMatchObject({ state: 'granted' });
    expect(commands()).toMatchObject([{ command: 'pay_grant' }]);
  });

  it('is not claimed where nothing is to be', async () => {
    await award();
    await pay();
    expect(await move({ kind: 'claim' })).toMatchObject({ error: { code: 'rewards.wrong_state' } });
  });
});

describe('a grant that is taken back', () => {
  it('is taken from the player where it was paid, by one order', async () => {
    await award();
    await pay();
    expect(await revoke()).toMatchObject({ ok: true, value: { state: 'granted', revocation: { attempt: 1 } } });
    expect(await revoke()).toMatchObject({ error: { code: 'rewards.wrong_state' } });
    await payments().handle();
    await payments().handle();

    const { grantId } = await theGrant();
    expect(commands()).toMatchObject([
      { command: 'revoke_grant', commandId: `laurel.grant.${grantId}.revoke.1`, paidFor: 8, reason: 'a mistake' },
    ]);
  });

  it.each([
    ['waits', { approval: 'manual' }],
    ['was not claimed', { claim: { withinSeconds: 60 } }],
  ])('is given up at once while it %s, and answers the same again', async (_, more) => {
    await award(more);
    expect(await revoke()).toMatchObject({ ok: true, value: { state: 'revoked', revocation: { by: 'key_1' } } });
    expect(await revoke()).toMatchObject({ ok: true, value: { state: 'revoked' } });
    await payments().handle();
    expect(sent).toEqual([]);
  });

  it('is left alone while it is being paid', async () => {
    await award();
    expect(await revoke()).toMatchObject({ error: { code: 'rewards.wrong_state' } });
    await move({ kind: 'claim' });
    expect(await theGrant()).toMatchObject({ state: 'approved' });
  });
});

it('is of no other workspace, and none that there is not', async () => {
  await award();
  const { grantId } = await theGrant();
  const order = { move: { kind: 'retry' } } as const;
  for (const which of [
    { workspace: 'ws_2', grantId },
    { workspace: WORKSPACE, grantId: `gr_${'0'.repeat(32)}` },
    { workspace: WORKSPACE, grantId: 'gr' },
    { workspace: WORKSPACE, grantId, playerId: 'p2' },
  ]) {
    expect(await decisions().handle({ ...which, ...order })).toMatchObject({
      error: { code: 'rewards.grant_not_found' },
    });
  }
});
