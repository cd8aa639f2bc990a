import { MAX_EFFECTS_PER_EVENT, type ProgramDocument, releaseProgram, validateProgram } from '@laurel/releases-domain';
import { MAX_EMITTED_EVENTS } from '@laurel/rules-domain';
import fc from 'fast-check';
import { decide } from './decide.js';
import { hostilePrograms, hostileProperties, hostileTypes, hostileValues } from './hostile-programs.builder.js';
import { newPlayer } from './player.js';
import { compileProgram } from './program.js';

const events = fc.array(fc.tuple(hostileTypes, hostileProperties), { minLength: 1, maxLength: 4 });

/** Decides events one after the other, as a player's are. */
function decideAll(document: ProgramDocument, sent: readonly (readonly [string, Record<string, unknown>])[]) {
  const program = compileProgram(1, releaseProgram(document, undefined, 1));
  let player = newPlayer('ws_1', 'anna', 0);
  return sent.map(([type, properties], index) => {
    const event = { eventId: `e${index}`, type, playerId: 'anna', occurredAt: index, properties };
    const decided = decide(program, player, event, { now: index, claims: () => true });
    player = decided.player;
    return decided;
  });
}

/** The document with another value at one of its places, which a number picks. */
function spoilt(document: unknown, pick: number, value: unknown): unknown {
  let place = 0;
  const count = JSON.stringify(document, (_, each: unknown) => ((place += 1), each)) ? place : 0;
  place = 0;
  return JSON.parse(
    JSON.stringify(document, (_, each: unknown) => {
      place += 1;
      return place === 2 + (pick % (count - 1)) ? value : each;
    }),
  );
}

describe('a hostile program', () => {
  it('is refused with its problems, and never throws', () => {
    fc.assert(
      fc.property(hostileValues, (document) => {
        const validated = validateProgram(document);
        if (!validated.ok) expect(validated.error.code).toBe('releases.invalid_program');
      }),
    );
  });

  it('is decided for whatever events, once it was let through, in a bounded number of effects and events', () => {
    let through = 0;
    fc.assert(
      fc.property(hostilePrograms, events, (document, sent) => {
        const validated = validateProgram(document);
        if (!validated.ok) return;
        through += 1;
        for (const { effects } of decideAll(validated.value, sent)) {
          expect(effects.length).toBeLessThanOrEqual(MAX_EFFECTS_PER_EVENT);
          expect(effects.filter(({ kind }) => kind === 'emit').length).toBeLessThanOrEqual(MAX_EMITTED_EVENTS);
          expect(JSON.parse(JSON.stringify(effects))).toEqual(effects);
        }
      }),
      { numRuns: 150 },
    );
    expect(through).toBeGreaterThan(30);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('ends even where validating would have refused it, as what was recorded once is decided again', () => {
    fc.assert(
      fc.property(hostilePrograms, events, (document, sent) => {
        for (const { effects } of decideAll(document, sent)) {
          expect(effects.filter(({ kind }) => kind === 'emit').length).toBeLessThanOrEqual(MAX_EMITTED_EVENTS);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is refused or decided where one value of it is another', () => {
    fc.assert(
      fc.property(hostilePrograms, fc.nat(), hostileValues, events, (document, pick, value, sent) => {
        const validated = validateProgram(spoilt(document, pick, value));
        if (validated.ok) decideAll(validated.value, sent);
      }),
      { numRuns: 150 },
    );
  });
});
