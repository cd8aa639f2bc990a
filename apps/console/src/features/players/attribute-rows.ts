import type { Player } from './players.queries.js';

type Value = Player['attributes'][string];

/** One attribute, as its fields in a form. */
export interface AttributeRow {
  readonly key: string;
  readonly value: string;
  readonly type: AttributeType;
}

export const ATTRIBUTE_TYPES = ['text', 'number', 'yes or no'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export const rowsOf = (attributes: Player['attributes']): AttributeRow[] =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: String(value), type: typeOf(value) }));

const typeOf = (value: Value): AttributeType =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes or no' : 'text';

/** What is to change: attributes that differ, and null for those that were taken away. */
export function changesOf(before: Player['attributes'], rows: readonly AttributeRow[]): Record<string, Value | null> {
  const after = new Map(rows.filter(({ key }) => key !== '').map((row) => [row.key, valueOf(row)]));
  const gone = Object.keys(before).filter((key) => !after.has(key));
  const changed = [...after].filter(([key, value]) => before[key] !== value);
  return Object.fromEntries([...gone.map((key) => [key, null] as const), ...changed]);
}

const valueOf = ({ value, type }: AttributeRow): Value =>
  type === 'number' ? Number(value) : type === 'yes or no' ? value === 'true' : value;

/** Why a row can't be sent; undefined when it can. */
export function problemOfRow({ key, value, type }: AttributeRow, all: readonly AttributeRow[]): string | undefined {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(key)) return 'Lower case letters, digits, _ and -';
  if (all.filter((row) => row.key === key).length > 1) return 'There is another one of this name';
  if (type === 'number' && (value.trim() === '' || !Number.isFinite(Number(value)))) return 'The value is no number';
  return undefined;
}
