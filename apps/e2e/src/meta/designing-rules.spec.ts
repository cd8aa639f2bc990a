import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseProgram, validateProgram } from '@laurel/releases-domain';
import { type Player, compileProgram, decide, newPlayer } from '@laurel/scoring-domain';

const GUIDE = readFileSync(join(__dirname, '../../../../docs/guides/designing-rules.md'), 'utf8');
const PROGRAMS = [...GUIDE.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']): unknown => JSON.parse(text));
const NOW = Date.parse('2026-01-02T20:30:00Z');

/** Decides events of one player one after the other; effects of each, short. */
function play(index: number, events: readonly (readonly [string, Record<string, unknown>])[]) {
  const validated = validateProgram(PROGRAMS[index]);
  if (!validated.ok) throw new Error(JSON.stringify(validated.error));
  const program = compileProgram(1, releaseProgram(validated.value, undefined, 1));
  let player: Player = newPlayer('ws_1', 'anna', NOW);
  return events.map(([type, properties], number) => {
    const event = { eventId: `e${number}`, type, playerId: 'anna', occurredAt: NOW, properties };
    const decided = decide(program, player, event, { now: NOW });
    player = decided.player;
    return decided.effects.flatMap((effect) => {
      if (effect.kind === 'record') return [`${effect.stat} ${effect.amount}`];
      if (effect.kind === 'award' || effect.kind === 'spend')
        return [`${effect.kind} ${effect.amount} ${effect.currency}`];
      return effect.kind === 'refused' ? [effect.code] : [];
    });
  });
}

describe('the programs of docs/guides/designing-rules.md', () => {
  it('can be published', () => {
    expect(PROGRAMS).toHaveLength(3);
    expect(PROGRAMS.map((program) => validateProgram(program).ok)).toEqual([true, true, true]);
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
});
