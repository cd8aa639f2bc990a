import { Text } from '@mantine/core';
import { instantOf, useNow } from '../../ui/index.js';
import { countdownOf } from './countdown-of.js';

export interface CountdownProps {
  /** ISO 8601; null: it never ends. */
  readonly end: string | null;
  /** How far the clock of the workspace is ahead, ms. */
  readonly aheadMs: number;
}

/** How long a window still runs, by the clock of the workspace. */
export function Countdown({ end, aheadMs }: CountdownProps) {
  const now = useNow();
  if (end === null)
    return (
      <Text span inherit c="dimmed">
        never ends
      </Text>
    );
  return (
    <time className="numeric" dateTime={end} title={`Ends ${instantOf(end)}`}>
      {countdownOf(end, now.getTime() + aheadMs)}
    </time>
  );
}
