import { Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { agoOf, instantOf } from './ago.js';

/** One clock for all that show a time, so that they tick together. */
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The current time, renewed each second. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => now);

export interface TimeProps {
  /** ISO 8601, as the API writes it. */
  readonly at: string | null | undefined;
  /** `ago` (the default) says how long ago; `instant` the date and time. The other one is the tooltip. */
  readonly as?: 'ago' | 'instant';
}

/** A point in time; `never` where there is none. */
export function Time({ at, as = 'ago' }: TimeProps) {
  const current = useNow();
  if (!at)
    return (
      <Text span inherit c="dimmed">
        never
      </Text>
    );
  const [ago, instant] = [agoOf(at, current), instantOf(at)];
  return (
    <time dateTime={at} title={as === 'ago' ? instant : ago}>
      {as === 'ago' ? ago : instant}
    </time>
  );
}
