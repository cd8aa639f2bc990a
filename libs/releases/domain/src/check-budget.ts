import type { FieldProblem } from '@laurel/kernel';
import { MAX_EMITTED_EVENTS, MAX_STEPS_PER_EVENT, type RuleDefinition, compileSteps } from '@laurel/rules-domain';
import type { ProgramDocument } from './program.js';

/**
 * Most effects that one event may have: what its rules do, a standing in each window of each board that they move, and all that
 * of the events that rules emit. What follows from an event travels in one message, so no program may make it larger than a
 * broker takes.
 */
export const MAX_EFFECTS_PER_EVENT = 500;

/** Most expressions of a program: reading one takes longer than all else that is checked. */
export const MAX_EXPRESSIONS = 3_000;

/** What is wrong with a program of the right shape that has more expressions than are read. */
export function checkExpressionCount(program: ProgramDocument): FieldProblem[] {
  const count = expressionsIn(program);
  if (count <= MAX_EXPRESSIONS) return [];
  return [
    { path: '', rule: 'budget', message: `has ${count} expressions of CEL; at most ${MAX_EXPRESSIONS} are read` },
  ];
}

function expressionsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) => sum + (name === 'cel' && typeof inner === 'string' ? 1 : expressionsIn(inner)),
    0,
  );
}

/** What an event leads to when every rule matches. */
interface Cost {
  readonly effects: number;
  /** Events that are emitted. */
  readonly events: number;
  /** Steps of conditions, amounts and boosts. */
  readonly steps: number;
}

/** Costs that were counted already, and how the steps of a rule are counted. */
interface Count {
  readonly byType: Map<string, Cost>;
  readonly stepsOf: (rule: RuleDefinition) => number;
}

/**
 * Counts the effects of each event type, and the steps of deciding it, as if every rule matched.
 *
 * @param program whose emitted events make no loop: `checkChains`
 */
export function checkBudget(program: ProgramDocument): FieldProblem[] {
  const released = program.stats.map(({ start: _, ...stat }) => ({ ...stat, incarnation: 0 }));
  const stepsOf = compileSteps(released, program);
  const steps = new Map(program.rules.map((rule) => [rule, stepsOf(rule)]));
  const count: Count = { byType: new Map(), stepsOf: (rule) => steps.get(rule) ?? 0 };
  const types = new Set(program.rules.flatMap(({ on }) => on));
  return [...types].flatMap((type) => {
    const { effects, events, steps } = costOf(program, type, count);
    const problems: FieldProblem[] = [];
    const problem = (message: string) => problems.push({ path: '/rules', rule: 'budget', message });
    if (effects > MAX_EFFECTS_PER_EVENT) {
      problem(`an event "${type}" could have ${effects} effects; at most ${MAX_EFFECTS_PER_EVENT} may follow from one`);
    }
    if (events > MAX_EMITTED_EVENTS) {
      problem(`an event "${type}" could emit ${events} others; at most ${MAX_EMITTED_EVENTS} may follow from one`);
    }
    if (steps > MAX_STEPS_PER_EVENT) {
      problem(
        `an event "${type}" could take ${steps} steps to decide; at most ${MAX_STEPS_PER_EVENT} may be needed for one`,
      );
    }
    return problems;
  });
}

function costOf(program: ProgramDocument, type: string, count: Count): Cost {
  const before = count.byType.get(type);
  if (before) return before;
  const rules = program.rules.filter(({ on }) => on.includes(type));
  const effects = rules.flatMap(({ then }) => then);
  const stats = new Set(effects.flatMap((effect) => (effect.effect === 'record' ? [effect.stat] : [])));
  const standings = program.leaderboards
    .filter(({ source, ties }) => stats.has(source.stat) || ties?.columns?.some(({ stat }) => stats.has(stat)))
    .reduce((sum, { windows }) => sum + windows.length, 0);
  const emitted = effects.flatMap((effect) => (effect.effect === 'emit' ? [costOf(program, effect.type, count)] : []));
  const cost = {
    effects: emitted.reduce((sum, each) => sum + each.effects, effects.length + standings),
    events: emitted.reduce((sum, each) => sum + each.events + 1, 0),
    steps: emitted.reduce(
      (sum, each) => sum + each.steps,
      rules.reduce((sum, rule) => sum + count.stepsOf(rule), 0),
    ),
  };
  count.byType.set(type, cost);
  return cost;
}
