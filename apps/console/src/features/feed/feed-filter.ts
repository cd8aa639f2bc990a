import type { FeedOptions } from '@laurel/sdk';

/** What becomes of an event and is told at once. */
export const FEED_STATUSES = ['processed', 'late', 'imported', 'quarantined', 'failed'] as const;
type FeedStatus = (typeof FEED_STATUSES)[number];

/** Shares of the outcomes that can be chosen. */
export const SAMPLES = [
  { value: '1', label: 'Everything' },
  { value: '0.1', label: '1 in 10' },
  { value: '0.01', label: '1 in 100' },
] as const;

/** What of the feed is shown, as it stands in the address of the page. */
export interface FeedSearch {
  /** Types of events, with commas. */
  readonly types?: string;
  readonly player?: string;
  readonly rule?: string;
  /** With commas. */
  readonly statuses?: string;
  readonly sample?: string;
}

const FIELDS = ['types', 'player', 'rule', 'statuses', 'sample'] as const;

/** The filter in an address that anybody may have typed. */
export function feedSearchOf(search: Readonly<Record<string, unknown>>): FeedSearch {
  const given = FIELDS.flatMap((field) => {
    const value = search[field];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const text = String(value).trim();
    return text === '' || (field === 'sample' && !isSample(text)) ? [] : [[field, text]];
  });
  return Object.fromEntries(given) as FeedSearch;
}

/** The same as the live feed takes it. */
export function feedOptionsOf({ types, player, rule, statuses, sample }: FeedSearch): FeedOptions {
  const known = partsOf(statuses).filter((status): status is FeedStatus =>
    FEED_STATUSES.some((each) => each === status),
  );
  const filter = {
    ...(partsOf(types).length > 0 ? { types: partsOf(types) } : {}),
    ...(player === undefined ? {} : { playerId: player }),
    ...(rule === undefined ? {} : { rule }),
    ...(known.length > 0 ? { statuses: known } : {}),
  };
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(sample === undefined ? {} : { sample: Number(sample) }),
  };
}

/** Texts that are separated by commas. */
export const partsOf = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isSample = (text: string): boolean => text !== '1' && SAMPLES.some(({ value }) => value === text);
