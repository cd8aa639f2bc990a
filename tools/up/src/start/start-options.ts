import { parseArgs } from 'node:util';
import { type ServiceKey, serviceKeyOf, serviceKeys } from '../services/stack-service.ts';

export interface StartOptions {
  readonly demo: boolean;
  readonly only: readonly ServiceKey[];
  readonly reset: boolean;
  readonly yes: boolean;
  readonly matchesPerSecond: number;
  readonly exitAfterDemo: boolean;
  /** `undefined`: the clone's own `.laurel`. */
  readonly data: string | undefined;
}

const defaultSpeed = 4;

/** @throws Error that names the argument that is wrong. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      demo: { type: 'boolean', default: true },
      only: { type: 'string', multiple: true },
      reset: { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      speed: { type: 'string' },
      'exit-after-demo': { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  const only = values.only === undefined ? serviceKeys : parseServices(values.only);
  const exitAfterDemo = values['exit-after-demo'];
  const demo = values.demo && only.length === serviceKeys.length;
  if (exitAfterDemo && !demo) throw new Error('--exit-after-demo needs the demo: leave out --no-demo and --only');
  return {
    demo,
    only,
    reset: values.reset,
    yes: values.yes,
    matchesPerSecond: values.speed === undefined ? defaultSpeed : parseSpeed(values.speed),
    exitAfterDemo,
    data: values.data,
  };
}

function parseServices(lists: readonly string[]): ServiceKey[] {
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim());
  const keys = names.filter(Boolean).map((name) => {
    const key = serviceKeyOf(name);
    if (key === undefined)
      throw new Error(`--only: there is no service "${name}"; there are ${serviceKeys.join(', ')}`);
    return key;
  });
  if (keys.length === 0) throw new Error(`--only needs names out of ${serviceKeys.join(', ')}`);
  return serviceKeys.filter((key) => keys.includes(key));
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (text.trim() !== '' && speed > 0 && speed <= 10_000) return speed;
  throw new Error(`--speed is a number of matches per second, more than 0 and at most 10000, not "${text}"`);
}
