import type { BoardTable, StandingRow } from '@laurel/sdk';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { answerOf, queryApi } from '../../../api/index.js';
import { pageKey, useForgetting } from '../../../api/use-forgetting.js';
import type { Rows } from '../../../ui/index.js';
import { type BoardPage, type BoardView, given } from '../boards.queries.js';
import { PAGE_ROWS, boardRows, pagesBehind } from './board-rows.js';

/** How often rows in sight that are not live are read, ms. */
const LOOK_MS = 3_000;

export interface BoardRows {
  /** Every row at its place, those in sight with what they hold; undefined before anything is known. */
  readonly rows: Rows<StandingRow> | undefined;
  /** What the answers say beside their rows; undefined where none is needed. */
  readonly page: BoardPage | undefined;
  readonly error: unknown;
  readonly onSight: (first: number, last: number) => void;
}

/**
 * Rows of a board from the first to the last, of which those in sight are read: by their places, so that one gets to the last of
 * 100,000 as fast as to the second.
 *
 * @param table the best rows as they are now, if they are watched
 * @param isWanted whether rows other than those are wanted at all
 */
export function useBoardRows(view: BoardView, table: BoardTable | undefined, isWanted: boolean): BoardRows {
  const list = listOf(view);
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const pages = isWanted ? pagesBehind(table?.rows.length ?? 0, table?.total ?? undefined, sight) : [];
  const results = useQueries({
    queries: pages.map((page) => pageQuery(view, page)),
  });
  useForgetting(list, pages.at(-1) ?? 0);
  const read = results.flatMap(({ data }, index) =>
    data ? [{ first: (pages[index] ?? 0) * PAGE_ROWS, entries: data.entries }] : [],
  );
  const onSight = useCallback(
    (first: number, last: number) =>
      setSight((before) => (before.first === first && before.last === last ? before : { first, last })),
    [],
  );
  const page = results.findLast(({ data }) => data)?.data;
  const total = table?.total ?? page?.total ?? 0;
  return {
    rows: table || page ? boardRows(table?.rows ?? [], read, total) : undefined,
    page,
    error: results.find(({ error }) => error)?.error,
    onSight,
  };
}

const listOf = ({ key, window, segment }: BoardView) => ['boards', 'rows', key, window, segment];

/** Apart from the hook, whose renders it would hold with their rows. */
const pageQuery = (view: BoardView, page: number) => ({
  queryKey: pageKey(listOf(view), page),
  queryFn: () => {
    const { key, window, segment } = view;
    const query = given({ window, segment, limit: PAGE_ROWS, offset: page * PAGE_ROWS || undefined });
    return answerOf(queryApi.GET('/v1/leaderboards/{key}', { params: { path: { key }, query } }));
  },
  refetchInterval: LOOK_MS,
});
