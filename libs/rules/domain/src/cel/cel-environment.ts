import { Environment } from '@marcbachmann/cel-js';
import { shiftPoint } from '../decimal.js';

/** Most characters of an expression. */
export const MAX_EXPRESSION_LENGTH = 1_000;

/** What an expression may be made of: however it is written, evaluating it takes a bounded number of steps. */
const LIMITS = { maxAstNodes: 100, maxDepth: 16, maxListElements: 50, maxMapEntries: 20, maxCallArguments: 4 };

/** Macros that look at every element of a list or map; one inside another is refused. */
export const COMPREHENSIONS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

/** Functions that an expression may call. No `matches`: its patterns can backtrack without end. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...COMPREHENSIONS,
  ...['has', 'size', 'contains', 'startsWith', 'endsWith', 'int', 'double', 'string', 'bool', 'dyn'],
  ...['floor', 'ceil', 'round', 'abs', 'min', 'max'],
]);

/**
 * CEL with the variables of rules. Numbers of JSON and of the player are doubles, exact as integers up to 2^53; whole literals
 * are 64-bit integers. Where the two meet the result is a double, which plain CEL would refuse.
 */
export const environment: Environment = createEnvironment();

function createEnvironment(): Environment {
  const made = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS })
    .registerVariable('event', 'map')
    .registerVariable('player', 'map')
    .registerVariable('now', 'int');
  const operators: Record<string, (left: number, right: number) => number> = {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '*': (left, right) => left * right,
    '/': (left, right) => left / right,
    '%': (left, right) => left % right,
  };
  for (const [sign, apply] of Object.entries(operators)) {
    const mixed = (left: number | bigint, right: number | bigint) => apply(Number(left), Number(right));
    made.registerOperator(`double ${sign} int`, mixed).registerOperator(`int ${sign} double`, mixed);
    if (sign === '%') made.registerOperator('double % double', mixed);
  }
  const rounded = { floor: Math.floor, ceil: Math.ceil, round: Math.round, abs: Math.abs };
  for (const [name, apply] of Object.entries(rounded)) {
    made.registerFunction(`${name}(dyn): double`, (value) => apply(Number(value)));
    if (name === 'abs') continue;
    made.registerFunction(`${name}(dyn, int): double`, (value, decimals: bigint) =>
      roundAt(apply, Number(value), decimals),
    );
  }
  for (const [name, apply] of Object.entries({ min: Math.min, max: Math.max })) {
    made.registerFunction(`${name}(dyn, dyn): double`, (left, right) => apply(Number(left), Number(right)));
  }
  return made;
}

/** Rounds a number at a decimal, as its text has it: `round(1.005, 2)` is 1.01. From the 16th on there are none to round. */
function roundAt(apply: (value: number) => number, value: number, decimals: bigint): number {
  const places = Math.max(0, Math.min(15, Number(decimals)));
  return shiftPoint(apply(shiftPoint(value, places)), -places);
}
