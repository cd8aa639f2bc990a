import type { ReleasedRule } from '@laurel/rules-domain';
import { decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { compileProgram } from './program.js';

const compiled = (rules: readonly ReleasedRule[]) =>
  compileProgram(1, {
    stats: [{ key: 'xp', aggregation: 'sum', incarnation: 1 }],
    rules,
    leaderboards: [
      {
        key: 'top',
        incarnation: 1,
        source: { stat: 'xp' },
        aggregation: 'sum',
        order: 'desc',
        ties: { columns: [], then: 'first_to_reach' },
        windows: [{ kind: 'all' }],
      },
    ],
  });
const EVENT = { eventId: 'e1', type: 'played', playerId: 'anna', occurredAt: 5, properties: { score: 40 } };
const anna = newPlayer('ws_1', 'anna', 0);

const chained = (rules: readonly ReleasedRule[], player: Player = anna) =>
  decide(compiled(rules), player, EVENT, { now: 9 });
const emit = (type: string, properties = {}) => ({ effect: 'emit', type, properties }) as const;
const xp = (amount: number) => ({ effect: 'record', stat: 'xp', amount }) as const;
const coins = (amount: number) => ({ effect: 'award', currency: 'coins', amount }) as const;

describe('events that rules emit', () => {
  const RULES: ReleasedRule[] = [
    {
      key: 'score',
      on: ['played'],
      then: [xp(40), emit('scored', { score: { property: 'event.properties.score' }, bonus: true })],
    },
    {
      key: 'level',
      on: ['scored'],
      when: {
        all: [
          { stat: 'xp', op: 'gte', value: 40 },
          { property: 'event.properties.bonus', op: 'eq', value: true },
        ],
      },
      then: [xp(1), emit('level_up', { level: { cel: 'player.stats.xp / 20.0' } })],
    },
    {
      key: 'gift',
      on: ['level_up'],
      then: [{ effect: 'award', currency: 'coins', amount: { property: 'event.properties.level' } }],
    },
    {
      key: 'never',
      on: ['level_up'],
      when: { property: 'event.properties.level', op: 'gt', value: 9 },
      then: [coins(1)],
    },
  ];

  it('are decided with the event, each by the player as what emitted it left it, and are named by what they led to', () => {
    const { player, verdicts, effects } = chained(RULES);
    const [first, second] = ['e1~score~1', 'e1~score~1~level~1'];
    expect(effects).toEqual([
      { kind: 'record', rule: 'score', stat: 'xp', amount: 40, value: 40 },
      { kind: 'standing', board: 'top@1', window: 'all', score: 40, columns: [], reachedAt: 5 },
      { kind: 'emit', rule: 'score', event: first, type: 'scored', properties: { score: 40, bonus: true }, depth: 1 },
      { kind: 'record', rule: 'level', stat: 'xp', amount: 1, value: 41, event: first },
      { kind: 'standing', board: 'top@1', window: 'all', score: 41, columns: [], reachedAt: 5, event: first },
      { kind: 'emit', rule: 'level', event: second, type: 'level_up', properties: { level: 2 }, depth: 2 },
      { kind: 'award', rule: 'gift', currency: 'coins', amount: 2, balance: 2, event: second },
    ]);
    expect(verdicts).toEqual([
      { rule: 'score', matched: true },
      { rule: 'level', matched: true, event: first },
      { rule: 'gift', matched: true, event: second },
      { rule: 'never', matched: false, reason: expect.any(String), event: second },
    ]);
    expect(player).toMatchObject({ balances: new Map([['coins', 2]]), updatedAt: 9 });
  });

  it('come in the order in which they were emitted, before those that they emit themselves', () => {
    const { effects } = chained([
      { key: 'two', on: ['played'], then: [emit('a'), emit('b'), emit('a')] },
      { key: 'a', on: ['a'], then: [emit('c')] },
    ]);
    expect(effects.map((effect) => effect.kind === 'emit' && [effect.event, effect.type, effect.depth])).toEqual([
      ['e1~two~1', 'a', 1],
      ['e1~two~2', 'b', 1],
      ['e1~two~3', 'a', 1],
      ['e1~two~1~a~1', 'c', 2],
      ['e1~two~3~a~1', 'c', 2],
    ]);
  });

  it('leave out a property that the event lacks, and are refused for one that can’t be written', () => {
    const { effects } = chained([
      { key: 'lacks', on: ['played'], then: [emit('a', { gone: { property: 'event.properties.gone' }, score: 1 })] },
      { key: 'broken', on: ['played'], then: [emit('a', { sum: { cel: 'event.properties.gone + 1' } })] },
    ]);
    expect(effects).toMatchObject([
      { kind: 'refused', rule: 'broken', code: 'rules.invalid_value' },
      { kind: 'emit', rule: 'lacks', properties: { score: 1 } },
    ]);
    expect(effects[1]).not.toHaveProperty('properties.gone');
  });

  it('count toward limits and first times one by one', () => {
    const { effects } = chained([
      { key: 'three', on: ['played'], then: [emit('a'), emit('a'), emit('a')] },
      { key: 'twice', on: ['a'], incarnation: 1, limits: [{ per: 'day', times: 2 }], then: [coins(5)] },
      { key: 'once', on: ['a'], incarnation: 1, when: { first_time: 'event' }, then: [coins(1)] },
    ]);
    const paid = effects.flatMap((effect) => (effect.kind === 'award' ? [[effect.event, effect.amount]] : []));
    expect(paid).toEqual([
      ['e1~three~1', 5],
      ['e1~three~1', 1],
      ['e1~three~2', 5],
    ]);
  });

  it('are not ended by a rule that stops: it stops its own event alone', () => {
    const { verdicts } = chained([
      { key: 'first', on: ['played'], stop: true, priority: 1, then: [emit('a')] },
      { key: 'second', on: ['played'], then: [coins(1)] },
      { key: 'third', on: ['a'], then: [coins(1)] },
    ]);
    expect(verdicts.map(({ rule, matched }) => [rule, matched])).toEqual([
      ['first', true],
      ['second', false],
      ['third', true],
    ]);
  });

  it('can be bought: without the coins nothing is emitted', () => {
    const buy: ReleasedRule = {
      key: 'buy',
      on: ['played'],
      then: [{ effect: 'spend', currency: 'coins', amount: 5 }, emit('a')],
    };
    expect(chained([buy]).effects).toMatchObject([{ kind: 'refused', code: 'rules.insufficient_funds' }]);
    const rich = { ...anna, balances: new Map([['coins', 5]]) };
    expect(chained([buy], rich).effects.map(({ kind }) => kind)).toEqual(['spend', 'emit']);
  });

  it('ask for places among the first players one by one, as any event does', () => {
    const rules: ReleasedRule[] = [
      { key: 'early', on: ['played'], firstPlayers: 3, incarnation: 1, then: [emit('a')] },
      { key: 'next', on: ['a'], firstPlayers: 5, incarnation: 2, then: [coins(1)] },
    ];
    const given = (known: Record<string, boolean>) =>
      decide(compiled(rules), anna, EVENT, { now: 9, claims: (rule) => known[rule] });
    expect(given({})).toMatchObject({ player: anna, effects: [], wanted: { rule: 'early@1', players: 3 } });
    expect(given({ 'early@1': true })).toMatchObject({ effects: [], wanted: { rule: 'next@2', players: 5 } });
    expect(given({ 'early@1': true, 'next@2': true })).toMatchObject({
      effects: [{ kind: 'emit' }, { kind: 'award', event: 'e1~early~1' }],
      claims: { 'early@1': true, 'next@2': true },
    });
    expect(given({ 'early@1': false })).toMatchObject({ effects: [], claims: { 'early@1': false } });
  });

  it('end after four that follow from each other, and after fifty, even where a program has a loop', () => {
    const codes = (rules: readonly ReleasedRule[]) =>
      chained(rules).effects.map((effect) => ('code' in effect ? effect.code : effect.kind));
    const loop: ReleasedRule = { key: 'again', on: ['played'], then: [emit('played')] };
    expect(codes([loop])).toEqual(['emit', 'emit', 'emit', 'emit', 'scoring.chain_too_long']);
    const wide = codes([{ ...loop, then: Array.from({ length: 50 }, () => emit('played')) }]);
    expect(wide.filter((code) => code === 'emit')).toHaveLength(50);
    expect(wide.filter((code) => code === 'scoring.chain_too_long')).toHaveLength(50 * 50);
  });
});
