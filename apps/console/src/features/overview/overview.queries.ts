import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type QuerySchemas, answerOf, queryApi } from '../../api/index.js';
import type { Range } from './overview-search.js';

export type Activity = QuerySchemas['schemas']['Activity'];
export type ActivityBucket = QuerySchemas['schemas']['ActivityBucketDto'];

/** What scoring wrote is a few seconds old; asking more often shows nothing new. */
const REFRESH_MS = 3_000;

/** How much happens, up to now. */
export const useActivity = (range: Range) =>
  useQuery({
    queryKey: ['overview', 'activity', range],
    queryFn: () => answerOf(queryApi.GET('/v1/activity', { params: { query: { range } } })),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
