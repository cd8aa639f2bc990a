import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProgramDocument, releaseProgram, validateProgram } from '@laurel/releases-domain';
import { type Player, compileProgram, decide, newPlayer } from '@laurel/scoring-domain';

const GUIDE = readFileSync(join(__dirname, '../../../../docs/guides/designing-rules.md'), 'utf8');
const PROGRAMS = [...GUIDE.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']): unknown => JSON.parse(text));
const NOW = Date.parse('2026-01-02T20:30:00Z');

/** The place of the program that has a rule of this key. */
const programWith = (rule: string): number =>
  PROGRAMS.findIndex((program) => (program as ProgramDocument).rules.some(({ key }) => key === rule));

/** Decides events of one player one after the other; effects of each, short. */
function play(
  index: number,
  events: readonly (readonly [string, Record<string, unknown>])[],
  attributes?: Readonly<Record<string, string | number>>,
) {
  const validated = validateProgram(PROGRAMS[index]);
  if (!validated.ok) throw new Error(JSON.stringify(validated.error));
  const program = compileProgram(1, releaseProgram(validated.value, undefined, 1));
  let player: Player = { ...newPlayer('ws_1', 'anna', NOW), ...(attributes ? { profile: { attributes } } : {}) };
  return events.map(([type, properties], number) => {
    const event = { eventId: `e${number}`, type, playerId: 'anna', occurredAt: NOW, properties };
    const decided = decide(program, player, event, { now: NOW });
    player = decided.player;
    return decided.effects.flatMap((effect) => {
      if (effect.kind === 'record') return [`${effect.stat} ${effect.amount}`];
      if (effect.kind === 'award' || effect.kind === 'spend')
        return [`${effect.kind} ${effect.amount} ${effect.currency}`];
      if (effect.kind === 'emit') return [`emit ${effect.type}`];
      if (effect.kind === 'set') return [`${effect.attribute} is ${effect.value}`];
      return effect.kind === 'refused' ? [effect.code] : [];
    });
  });
}

describe('the programs of docs/guides/designing-rules.md', () => {
  it('can be published', () => {
    expect(PROGRAMS.length).toBeGreaterThan(3);
    expect(PROGRAMS.map((program) => validateProgram(program).ok)).toEqual(PROGRAMS.map(() => true));
  });

  it('reward a good result, three times a day', () => {
    const good = ['activity_completed', { score: 80 }] as const;
    expect(play(0, [['activity_completed', { score: 79 }], good, good, good, good])).toEqual([
      [],
      ['xp 100', 'good-starts 1', 'award 25 coins'],
      ['xp 100', 'award 25 coins'],
      ['xp 100', 'award 25 coins'],
      [],
    ]);
  });

  it('give points by a formula, those of the narrower scope alone', () => {
    const large = { revenue: 2_550, region: 'north', tags: ['strategic'], items: [{ price: 2_500 }, { price: 50 }] };
    expect(
      play(1, [
        ['sale_closed', large],
        ['sale_closed', { ...large, items: [{ price: 50 }] }],
        ['sale_closed', { revenue: 99_999 }],
        ['sale_closed', {}],
      ]),
    ).toEqual([['points 88'], ['points 25'], ['points 500'], ['rules.amount_not_integer']]);
  });

  it('keep attributes of players', () => {
    const won = (map: string) => ['match_won', { map }] as const;
    expect(play(programWith('veteran'), [won('harbour'), won('harbour'), won('citadel'), ['match_won', {}]])).toEqual([
      ['xp 100', 'favourite-map is harbour'],
      ['xp 100'],
      ['xp 100', 'favourite-map is citadel', 'tier is veteran'],
      ['rules.invalid_value', 'xp 100'],
    ]);
  });

  it('let levels follow from points, and gifts from levels', () => {
    const win = ['match_won', {}] as const;
    expect(play(programWith('match-xp'), [win, win, win])).toEqual([
      ['xp 60', 'emit xp_gained'],
      ['xp 60', 'emit xp_gained', 'level 1', 'emit level_up', 'award 10 coins'],
      ['xp 60', 'emit xp_gained'],
    ]);
  });

  it('sell only for coins that are there, and pay double in happy hours, once in ten minutes', () => {
    const win = ['match_won', {}] as const;
    const buy = ['key_bought', {}] as const;
    expect(play(2, [buy, win, win, win, win, buy])).toEqual([
      ['rules.insufficient_funds'],
      ['award 10 coins', 'award 10 coins'],
      ['award 10 coins'],
      ['award 10 coins'],
      ['award 10 coins'],
      ['keys 1', 'spend 50 coins'],
    ]);
  });

  it('pay a share to the cent, and a voucher to whom sold for 1000.00', () => {
    const sale = (price: unknown) => ['sale_closed', { price }] as const;
    expect(play(programWith('voucher'), [sale(999.99), sale('0.01'), sale(99.99), sale(1.005)])).toEqual([
      ['revenue 99999', 'award 999 credit'],
      ['rules.amount_not_integer', 'revenue 1'],
      ['revenue 9999', 'award 99 credit', 'award 1250 credit'],
      ['rules.amount_not_integer', 'award 1 credit'],
    ]);
  });

  it('pay double on a long weekend, and more on its nights to whom has 100 points', () => {
    const wins = Array.from({ length: 18 }, () => ['match_won', {}] as const);
    const played = play(programWith('win'), wins);

    expect([played[0], played[16], played[17]]).toEqual([
      ['points 6', 'award 10 coins'],
      ['points 6', 'award 10 coins'],
      ['points 6', 'award 15 coins'],
    ]);
  });

  it('pay by what a player is like, and by what is in a basket', () => {
    const gift = ['sale_closed', { items: [{ kind: 'book' }, { kind: 'gift' }] }] as const;
    const plain = ['sale_closed', { items: [{ kind: 'book' }] }] as const;
    expect(play(programWith('partner-sale'), [gift, plain], { plan: 'partner', multiplier: 2 })).toEqual([
      ['points 20', 'award 1 coins'],
      ['points 20', 'partner-points 2'],
    ]);
    expect(play(programWith('partner-sale'), [gift, plain])).toEqual([['points 10', 'award 1 coins'], ['points 10']]);
  });
});
