import type { FieldProblem } from '@laurel/kernel';
import type { ProgramDocument } from './program.js';

/**
 * Most effects that one event may have: what its rules do, and a standing in each window of each board that they move. What
 * follows from an event travels in one message, so no program may make it larger than a broker takes.
 */
export const MAX_EFFECTS_PER_EVENT = 500;

/** Counts the effects of each event type as if every rule matched. */
export function checkBudget({ rules, leaderboards }: ProgramDocument): FieldProblem[] {
  const types = new Set(rules.flatMap(({ on }) => on));
  return [...types].flatMap((type) => {
    const effects = rules.filter(({ on }) => on.includes(type)).flatMap(({ then }) => then);
    const stats = new Set(effects.flatMap((effect) => (effect.effect === 'record' ? [effect.stat] : [])));
    const standings = leaderboards
      .filter(({ source, ties }) => stats.has(source.stat) || ties?.columns?.some(({ stat }) => stats.has(stat)))
      .reduce((sum, { windows }) => sum + windows.length, 0);
    const count = effects.length + standings;
    if (count <= MAX_EFFECTS_PER_EVENT) return [];
    const message = `an event "${type}" could have ${count} effects; at most ${MAX_EFFECTS_PER_EVENT} may follow from one`;
    return [{ path: '/rules', rule: 'budget', message }];
  });
}
