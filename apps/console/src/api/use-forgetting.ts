import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Pages on either side of those in sight that are kept: of 100,000 rows the browser holds some thousands. */
const KEPT = 15;

/** The key of a page of a list, as `useForgetting` knows it. */
export const pageKey = (list: QueryKey, page: number, cursor: string | null = null): QueryKey => [
  ...list,
  ...['page', page, cursor],
];

/** Drops pages of a list that are far from this one and that nobody shows. */
export function useForgetting(list: QueryKey, page: number): void {
  const client = useQueryClient();
  useEffect(() => {
    client.removeQueries({
      queryKey: list,
      predicate: (query) => {
        const [kind, at] = query.queryKey.slice(list.length);
        return kind === 'page' && Math.abs(Number(at) - page) > KEPT && query.getObserversCount() === 0;
      },
    });
  }, [client, list, page]);
}
