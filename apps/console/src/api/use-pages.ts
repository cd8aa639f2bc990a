import { type QueryKey, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** A part of any list of the API. */
export interface Page<Row> {
  readonly entries: readonly Row[];
  /** Cursor of what follows; null at the end. */
  readonly next: string | null;
}

/**
 * A list by its cursors, as a table takes it. Pages that are loaded are not asked for again when the window gets the focus: there
 * may be a thousand of them.
 */
export function usePages<Row>(
  queryKey: QueryKey,
  load: (cursor: string | undefined) => Promise<Page<Row>>,
  { enabled = true }: { readonly enabled?: boolean } = {},
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    enabled,
  });
  const { data, error, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ entries }) => entries), [data]);
  return { rows, error, onRetry: () => void refetch(), more: query };
}
