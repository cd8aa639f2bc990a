import { Group, Text } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { RecentChanges } from './recent-changes.js';

const SHOWN = 3;

/** Who went past whom just now: those nearest to the top, in one line that is there also when nothing happens. */
export function Overtakings({ recent }: { readonly recent: RecentChanges }) {
  const passed = [...recent].flatMap(([playerId, { overtakenBy }]) =>
    overtakenBy.slice(0, 1).map((by) => ({ by, playerId })),
  );
  return (
    <Group gap="md" h={20} wrap="nowrap" style={{ overflow: 'hidden' }} aria-label="Just now" role="group">
      {passed.slice(0, SHOWN).map(({ by, playerId }) => (
        <Text key={`${by} ${playerId}`} size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          <IconArrowUp size={10} aria-hidden /> {by} passed {playerId}
        </Text>
      ))}
    </Group>
  );
}
