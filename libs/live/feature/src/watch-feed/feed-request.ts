import type { EventStatus, FeedFilter } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { IncomingFrame } from '@laurel/platform-ws';
import { liveTopicErrors } from '../errors.js';

/** What a subscribe frame asks of the feed. */
export interface FeedRequest {
  readonly filter: FeedFilter;
  /** Share of the outcomes, more than 0, at most 1. */
  readonly sample: number;
}

const MOST_TYPES = 20;
const LONGEST_TEXT = 128;
/** What becomes of an event and is told: repetitions are in the history alone. */
const STATUSES: readonly EventStatus[] = ['processed', 'late', 'imported', 'quarantined', 'failed'];
const FILTERS = ['types', 'playerId', 'statuses', 'rule'];

export function readFeedRequest({ filter = {}, sample = 1 }: IncomingFrame): Result<FeedRequest, DomainError> {
  if (typeof sample !== 'number' || !(sample > 0 && sample <= 1)) {
    return refuse('/sample', 'is a number more than 0, at most 1');
  }
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return refuse('/filter', 'is an object');
  const given = filter as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((name) => !FILTERS.includes(name));
  if (unknown !== undefined) return refuse('/filter', `has ${FILTERS.join(', ')}, and nothing else`);
  const { types, playerId, statuses, rule } = given;
  if (types !== undefined && !isList(types, isText)) {
    return refuse('/filter/types', `is a list of 1 to ${MOST_TYPES} types of events`);
  }
  if (statuses !== undefined && !isList(statuses, isStatus)) {
    return refuse('/filter/statuses', `is a list of ${STATUSES.join(', ')}`);
  }
  if (playerId !== undefined && !isText(playerId)) return refuse('/filter/playerId', 'is the id of a player');
  if (rule !== undefined && !isText(rule)) return refuse('/filter/rule', 'is the key of a rule');
  return ok({
    sample,
    filter: {
      ...(types ? { types: [...types].sort() } : {}),
      ...(playerId === undefined ? {} : { playerId }),
      ...(statuses ? { statuses: [...statuses].sort() } : {}),
      ...(rule === undefined ? {} : { rule }),
    },
  });
}

/** The same for all who ask for the same. */
export const feedId = ({ filter, sample }: FeedRequest): string => {
  const asked = { ...filter, ...(sample === 1 ? {} : { sample }) };
  return Object.keys(asked).length === 0 ? 'feed' : `feed/${JSON.stringify(asked)}`;
};

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT;

const isStatus = (value: unknown): value is EventStatus => STATUSES.some((status) => status === value);

const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_TYPES && value.every(isItem);

const refuse = (pointer: string, rule: string): Result<never, DomainError> =>
  err(liveTopicErrors.invalidFeed(`\`${pointer}\` ${rule}.`));
