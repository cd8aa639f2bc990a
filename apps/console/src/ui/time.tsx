import { Text } from '@mantine/core';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
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

/** How far the clock of the environment is ahead of the browser's, ms: a test clock may be moved. */
export const AheadContext = createContext(0);

/** That of the environment, which decides events and ends windows; or that of the world, for keys, people and releases. */
export type ClockName = 'environment' | 'world';

/** The current time, renewed each second. */
export function useNow(clock: ClockName = 'world'): Date {
  const ahead = useContext(AheadContext);
  const here = useSyncExternalStore(subscribe, () => now);
  return useMemo(() => (clock === 'world' ? here : new Date(here.getTime() + ahead)), [clock, here, ahead]);
}

export interface TimeProps {
  /** ISO 8601, as the API writes it. */
  readonly at: string | null | undefined;
  /** `ago` (the default) says how long ago; `instant` the date and time. The other one is the tooltip. */
  readonly as?: 'ago' | 'instant';
  /** The clock that it was read from; that of the world unless given. */
  readonly clock?: ClockName;
}

/** A point in time; `never` where there is none. */
export function Time({ at, as = 'ago', clock }: TimeProps) {
  const current = useNow(clock);
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
