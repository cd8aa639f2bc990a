import { useQuery } from '@tanstack/react-query';
import { allPages, pageAt } from '../../api/all-pages.js';
import { adminApi, answerOf } from '../../api/index.js';
import { usePermission } from '../../app/session.queries.js';

export interface Scales {
  /** By the key of the stat. */
  readonly stats: Readonly<Record<string, number>>;
  /** By the key of the currency. */
  readonly currencies: Readonly<Record<string, number>>;
  /** Keys of stats that add up: of others, an amount can't be put right. Absent where that is not known. */
  readonly sums?: readonly string[];
}

const NONE: Scales = { stats: {}, currencies: {} };

/**
 * How many decimals amounts have; undefined while that is asked for. Who may not see the program reads them in their smallest
 * units.
 */
export function useScales(): Scales | undefined {
  const enabled = usePermission('releases:read');
  const { data, isLoading } = useQuery({ queryKey: ['scales'], queryFn: readScales, enabled, staleTime: 60_000 });
  return data ?? (isLoading ? undefined : NONE);
}

async function readScales(): Promise<Scales> {
  const [stats, currencies] = await Promise.all([
    allPages((cursor) => answerOf(adminApi.GET('/v1/stats', { params: { query: pageAt(cursor) } }))),
    allPages((cursor) => answerOf(adminApi.GET('/v1/currencies', { params: { query: pageAt(cursor) } }))),
  ]);
  const sums = stats.filter(({ aggregation }) => aggregation === 'sum' || aggregation === 'count');
  return { stats: scalesOf(stats), currencies: scalesOf(currencies), sums: sums.map(({ key }) => key) };
}

const scalesOf = (entries: readonly { readonly key: string; readonly scale?: unknown }[]): Record<string, number> =>
  Object.fromEntries(entries.map(({ key, scale }) => [key, typeof scale === 'number' ? scale : 0]));
