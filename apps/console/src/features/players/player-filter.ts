/** What a list of players is asked for, as it stands in the address of the page. */
export interface PlayerFilter {
  /** The beginning of an id or a name. */
  readonly q?: string;
  readonly status?: PlayerStatus;
  /** Key of an attribute, which must have `value`. */
  readonly attribute?: string;
  readonly value?: string;
  /** Key of a segment: asked alone, the API knows no other filter of it. */
  readonly segment?: string;
}

export const PLAYER_STATUSES = ['active', 'suspended', 'banned', 'merged'] as const;
export type PlayerStatus = (typeof PLAYER_STATUSES)[number];

/** The filter in an address that anybody may have typed. */
export function filterOf(search: Readonly<Record<string, unknown>>): PlayerFilter {
  const { q, attribute, value, segment, status } = search;
  return withoutGaps({
    q: textOf(q),
    attribute: textOf(attribute),
    value: textOf(value),
    segment: textOf(segment),
    status: PLAYER_STATUSES.find((known) => known === status),
  });
}

/** Without what is not asked for, so that equal filters are equal. */
export function withoutGaps(filter: PlayerFilter): PlayerFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, text]) => text !== undefined && text !== ''));
}

/** Writes a filter and a place in the list as the API takes them: attributes as `attribute.<key>=<value>`. */
export const querySerializer =
  ({ q, status, attribute, value }: PlayerFilter) =>
  (page: Readonly<Record<string, unknown>>): string => {
    const query = new URLSearchParams();
    for (const [name, text] of Object.entries({ ...page, q, status })) {
      if (typeof text === 'string' || typeof text === 'number') query.set(name, String(text));
    }
    if (attribute !== undefined && value !== undefined) query.set(`attribute.${attribute}`, value);
    return query.toString();
  };

/** An address reads `7` as a number. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
