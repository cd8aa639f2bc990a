import { Badge, Loader } from '@mantine/core';

export interface ReconnectingProps {
  /** Of the live connection: nothing is shown while it is live. */
  readonly state: 'connecting' | 'live' | 'reconnecting' | 'closed';
}

const SAYS = { connecting: 'connecting', reconnecting: 'reconnecting', closed: 'not live' } as const;

/** A note beside what is live: what is shown may be a moment old, and will catch up by itself. */
export function Reconnecting({ state }: ReconnectingProps) {
  return (
    <span role="status">
      {state !== 'live' && (
        <Badge
          variant="light"
          color="yellow"
          leftSection={state === 'closed' ? null : <Loader size={10} color="yellow" />}
        >
          {SAYS[state]}
        </Badge>
      )}
    </span>
  );
}
