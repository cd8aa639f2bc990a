import { type QueryKey, hashKey, useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rows } from '../ui/rows.js';
import { type PageOutline, type RowRange, UNREAD, pagesInSight, withPage } from './page-outline.js';
import { pageKey, useForgetting } from './use-forgetting.js';

/** A part of any list of the API. */
export interface Page<Row> {
  readonly entries: readonly Row[];
  /** Cursor of what follows; null at the end. */
  readonly next: string | null;
}

export interface PagesOptions {
  readonly enabled?: boolean;
  /** Reads what is in sight, and the first page, again and again; ms. */
  readonly refetchInterval?: number;
}

interface Reading {
  /** Of the list: another one begins anew. */
  readonly key: string;
  readonly outline: PageOutline;
  readonly sight: RowRange;
}

const TOP: RowRange = { first: 0, last: 0 };

/**
 * A list by its cursors, as a table takes it. Only pages in sight are read, and read again: there may be a thousand. Of the others the
 * cursors are kept, so that one can scroll back, and the rows of those nearby.
 */
export function usePages<List extends Page<unknown>>(
  queryKey: QueryKey,
  load: (cursor: string | undefined) => Promise<List>,
  options: PagesOptions = {},
) {
  const { reading, change } = useReading(hashKey(queryKey));
  const { outline, key } = reading;
  const pages = pagesToRead(reading, options.refetchInterval !== undefined);
  const results = useQueries({
    queries: pages.map((page) => pageQuery(queryKey, page, outline.starts[page]?.cursor, load, options)),
  });
  useEffect(() => {
    const told = pages.flatMap((page, index) => {
      const data = results[index]?.data;
      return data ? [{ page, cursor: outline.starts[page]?.cursor, rows: data.entries.length, next: data.next }] : [];
    });
    change((before) => ({ ...before, outline: told.reduce(learned(before.sight.last), before.outline) }));
  });
  const onSight = useCallback(
    (first: number, last: number) => change((before) => ({ ...before, sight: { first, last } })),
    [change],
  );
  useForgetting(queryKey, pages.at(-1) ?? 0);
  const loaded = pages.map((page, index): Loaded<List['entries'][number]> => ({
    first: outline.starts[page]?.first ?? 0,
    entries: results[index]?.data?.entries ?? [],
  }));
  const isKnown = outline.isWhole || outline.starts.length > 1;
  const retry = (): void => results.forEach((result) => void (result.error && result.refetch()));
  return {
    /** Undefined before the first page; those of the list before while another one is read. */
    rows: useLatest(isKnown ? rowsOf(loaded, outline.count) : undefined),
    /** The whole answer that begins the list, as it was read last. */
    first: useLatest(pages[0] === 0 ? results[0]?.data : undefined, key),
    error: results.find(({ error }) => error)?.error,
    onRetry: retry,
    more: {
      hasNextPage: !outline.isWhole,
      isFetchingNextPage: results.some(({ isFetching, data }) => isFetching && !data),
      fetchNextPage: () => {
        retry();
        change((before) => ({ ...before, sight: { ...before.sight, last: before.outline.count } }));
      },
      onSight,
    },
  };
}

/**
 * How a page is read. Apart from the hook: what is written within it would hold all that its render knew, with the rows of then, and so
 * each page those before it.
 */
const pageQuery = <List>(
  queryKey: QueryKey,
  page: number,
  cursor: string | undefined,
  load: (cursor: string | undefined) => Promise<List>,
  { enabled = true, refetchInterval }: PagesOptions,
) => ({
  queryKey: pageKey(queryKey, page, cursor),
  queryFn: () => load(cursor),
  refetchOnWindowFocus: false,
  refetchInterval: refetchInterval ?? (false as const),
  enabled,
});

/** What is known of the list of this key, and how that changes. */
function useReading(key: string) {
  const [stored, store] = useState<Reading>({ key, outline: UNREAD, sight: TOP });
  const anew = { key, outline: UNREAD, sight: TOP };
  const change = useCallback(
    (next: (before: Reading) => Reading) =>
      store((kept) => {
        const before = kept.key === key ? kept : { key, outline: UNREAD, sight: TOP };
        const after = next(before);
        const isSame =
          after.outline === before.outline &&
          after.sight.first === before.sight.first &&
          after.sight.last === before.sight.last;
        return isSame ? before : after;
      }),
    [key],
  );
  return { reading: stored.key === key ? stored : anew, change };
}

/** Those in sight; of a list that is followed, always the first one too, which tells more than its rows. */
function pagesToRead({ outline, sight }: Reading, isFollowed: boolean): readonly number[] {
  const seen = pagesInSight(outline, sight);
  return !isFollowed || seen.includes(0) ? seen : [0, ...seen];
}

interface Told {
  readonly page: number;
  readonly cursor: string | undefined;
  readonly rows: number;
  readonly next: string | null;
}

/** What a page told counts for the place that it was read from. */
const learned =
  (sight: number) =>
  (known: PageOutline, { page, cursor, rows, next }: Told): PageOutline => {
    const start = known.starts[page];
    return start && start.cursor === cursor ? withPage(known, page, { rows, next }, sight) : known;
  };

interface Loaded<Row> {
  /** Rows before it. */
  readonly first: number;
  readonly entries: readonly Row[];
}

const rowsOf = <Row>(loaded: readonly Loaded<Row>[], length: number): Rows<Row> => ({
  length,
  at: (index) => {
    const page = loaded.find(({ first, entries }) => index >= first && index < first + entries.length);
    return page?.entries[index - page.first];
  },
});

/** The last value there was, of the same thing where one is named. */
function useLatest<Value>(value: Value | undefined, of = ''): Value | undefined {
  const latest = useRef({ of, value });
  useEffect(() => {
    if (value !== undefined) latest.current = { of, value };
  });
  return value ?? (latest.current.of === of ? latest.current.value : undefined);
}
