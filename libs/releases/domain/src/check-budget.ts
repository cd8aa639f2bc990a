import type { FieldProblem } from '@laurel/kernel';
import { MAX_EMITTED_EVENTS } from '@laurel/rules-domain';
import type { ProgramDocument } from './program.js';

/**
 * Most effects that one event may have: what its rules do, a standing in each window of each board that they move, and all that
 * of the events that rules emit. What follows from an event travels in one message, so no program may make it larger than a
 * broker takes.
 */
export const MAX_EFFECTS_PER_EVENT = 500;

/** What an event leads to when every rule matches. */
interface Cost {
  readonly effects: number;
  /** Events that are emitted. */
  readonly events: number;
}

/**
 * Counts the effects of each event type as if every rule matched.
 *
 * @param program whose emitted events make no loop: `checkChains`
 */
export function checkBudget(program: ProgramDocument): FieldProblem[] {
  const costs = new Map<string, Cost>();
  const types = new Set(program.rules.flatMap(({ on }) => on));
  return [...types].flatMap((type) => {
    const { effects, events } = costOf(program, type, costs);
    const problems: FieldProblem[] = [];
    const problem = (message: string) => problems.push({ path: '/rules', rule: 'budget', message });
    if (effects > MAX_EFFECTS_PER_EVENT) {
      problem(`an event "${type}" could have ${effects} effects; at most ${MAX_EFFECTS_PER_EVENT} may follow from one`);
    }
    if (events > MAX_EMITTED_EVENTS) {
      problem(`an event "${type}" could emit ${events} others; at most ${MAX_EMITTED_EVENTS} may follow from one`);
    }
    return problems;
  });
}

function costOf(program: ProgramDocument, type: string, known: Map<string, Cost>): Cost {
  const before = known.get(type);
  if (before) return before;
  const effects = program.rules.filter(({ on }) => on.includes(type)).flatMap(({ then }) => then);
  const stats = new Set(effects.flatMap((effect) => (effect.effect === 'record' ? [effect.stat] : [])));
  const standings = program.leaderboards
    .filter(({ source, ties }) => stats.has(source.stat) || ties?.columns?.some(({ stat }) => stats.has(stat)))
    .reduce((sum, { windows }) => sum + windows.length, 0);
  const emitted = effects.flatMap((effect) => (effect.effect === 'emit' ? [costOf(program, effect.type, known)] : []));
  const cost = {
    effects: emitted.reduce((sum, each) => sum + each.effects, effects.length + standings),
    events: emitted.reduce((sum, each) => sum + each.events + 1, 0),
  };
  known.set(type, cost);
  return cost;
}
