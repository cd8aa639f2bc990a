import { useMemo } from 'react';

/** How far the clock of the workspace is ahead of this one, ms, by what an answer said that it is. */
export const useAhead = (now: string | undefined, answeredAt: number): number =>
  useMemo(() => (now === undefined ? 0 : Date.parse(now) - answeredAt), [now, answeredAt]);
