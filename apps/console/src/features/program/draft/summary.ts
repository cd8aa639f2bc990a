import { type Json, type JsonObject, isList, isObject, textOf } from '../../../ui/schema-form/json-schema.js';
import type { KindPath } from '../kinds.js';
import type { Resource } from '../program.js';

/** A resource in a line, for lists. */
export function summaryOf(kind: KindPath, resource: Resource): string {
  return SUMMARIES[kind](resource);
}

const objects = (value: Json | undefined): readonly JsonObject[] => (isList(value) ? value.filter(isObject) : []);
const words = (value: Json | undefined): string => (isList(value) ? value.map(textOf).join(', ') : textOf(value));

const SUMMARIES: Readonly<Record<KindPath, (resource: Resource) => string>> = {
  stats: ({ aggregation, scale }) => `${textOf(aggregation)}${scale ? `, ${textOf(scale)} decimals` : ''}`,
  currencies: ({ scale }) => (scale ? `${textOf(scale)} decimals` : 'whole numbers'),
  segments: ({ name, when }) => `${name ? `${textOf(name)}: ` : ''}${conditionInWords(when)}`,
  'event-types': ({ clients, schema }) =>
    [clients ? 'players may send it' : 'servers alone send it', ...(schema ? ['has a schema'] : [])].join(', '),
  rules: ({ on, when, then }) =>
    `on ${words(on)}${when ? ` when ${conditionInWords(when)}` : ''}: ${objects(then).map(effectInWords).join('; ')}`,
  boosts: ({ multiplier, from, to }) => `× ${Number(multiplier) / 10_000} from ${textOf(from)} to ${textOf(to)}`,
  leaderboards: ({ source, aggregation, windows }) =>
    `${textOf(aggregation)} of ${isObject(source) ? textOf(source['stat']) : ''}, ${objects(windows)
      .map(({ kind }) => textOf(kind))
      .join(', ')}`,
  rewards: ({ name, what }) => `${name ? `${textOf(name)}: ` : ''}${objects(what).map(partInWords).join(', ')}`,
  'reward-schedules': ({ leaderboard, tiers }) =>
    `${textOf(leaderboard)}: ${objects(tiers)
      .map(({ name }) => textOf(name))
      .join(', ')}`,
};

const amountInWords = (value: Json | undefined): string =>
  isObject(value) ? textOf(value['cel'] ?? value['property'] ?? value['attribute']) : textOf(value);

function effectInWords({ effect, stat, currency, attribute, type, amount, value }: JsonObject): string {
  const what = textOf(stat ?? currency ?? attribute ?? type);
  const how = amount ?? value;
  return `${textOf(effect)} ${what}${how === undefined ? '' : ` ${amountInWords(how)}`}`;
}

const partInWords = ({ currency, stat, title, item, amount, quantity }: JsonObject): string =>
  [amount ?? quantity, currency ?? stat ?? item ?? (title ? `title ${textOf(title)}` : undefined)]
    .map(textOf)
    .join(' ')
    .trim();

/** A condition as one reads it; groups in brackets. */
export function conditionInWords(condition: Json | undefined): string {
  if (!isObject(condition)) return '';
  const { all, any, not, cel, segment, first_time: first, op, value, other } = condition;
  if (all !== undefined) return joined(all, ' and ');
  if (any !== undefined) return joined(any, ' or ');
  if (not !== undefined) return `not (${conditionInWords(not)})`;
  if (cel !== undefined) return textOf(cel);
  if (segment !== undefined) return `in ${textOf(segment)}`;
  if (first !== undefined) return `first ${textOf(first)}`;
  const of = condition['property'] ?? condition['stat'] ?? condition['balance'] ?? condition['attribute'];
  if (of === undefined) return textOf(condition);
  return `${textOf(of)} ${textOf(op)} ${other === undefined ? textOf(value) : textOf(other)}`;
}

const joined = (parts: Json, joint: string): string =>
  (isList(parts) ? parts : [])
    .map((part) =>
      isObject(part) && ('all' in part || 'any' in part) ? `(${conditionInWords(part)})` : conditionInWords(part),
    )
    .join(joint);
