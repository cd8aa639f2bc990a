import { Text } from '@mantine/core';
import { instantOf, useNow } from '../../ui/index.js';
import { countdownOf } from './countdown-of.js';

export interface CountdownProps {
  /** ISO 8601; null: it never ends. */
  readonly end: string | null;
}

/** How long a window still runs, by the clock of the environment. */
export function Countdown({ end }: CountdownProps) {
  const now = useNow('environment');
  if (end === null)
    return (
      <Text span inherit c="dimmed">
        never ends
      </Text>
    );
  return (
    <time className="numeric" dateTime={end} title={`Ends ${instantOf(end)}`}>
      {countdownOf(end, now.getTime())}
    </time>
  );
}
