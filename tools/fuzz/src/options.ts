import { parseArgs } from 'node:util';

/** The gateways with a public API, as `--only` names them. */
export const GATEWAYS = ['ingestion', 'admin', 'query'] as const;
export type Gateway = (typeof GATEWAYS)[number];

export interface FuzzOptions {
  readonly only: readonly Gateway[];
  /** Requests that are made up for each operation, besides those that its document leads to. */
  readonly maxExamples: number;
  readonly seed: number | undefined;
}

const DEFAULT_MAX_EXAMPLES = 200;
const MOST_EXAMPLES = 100_000;

/** @throws Error that says what is wrong */
export function parseFuzzOptions(args: readonly string[]): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, seed: { type: 'string' }, 'max-examples': { type: 'string' } },
  });
  return {
    only: gatewaysIn(values.only),
    maxExamples: readInteger('--max-examples', values['max-examples'], 1, MOST_EXAMPLES) ?? DEFAULT_MAX_EXAMPLES,
    seed: readInteger('--seed', values.seed, 0, 2 ** 32 - 1),
  };
}

function gatewaysIn(list: string | undefined): readonly Gateway[] {
  const names = (list ?? '').split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !GATEWAYS.some((gateway) => gateway === name));
  if (unknown !== undefined) throw new Error(`--only takes ${GATEWAYS.join(', ')}, not "${unknown}"`);
  return names.length === 0 ? GATEWAYS : GATEWAYS.filter((gateway) => names.includes(gateway));
}

function readInteger(option: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${option} takes an integer from ${least} to ${most}, not "${text}"`);
}
