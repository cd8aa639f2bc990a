import { List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { DecidedEvent } from './events.queries.js';

/** Each rule for events of the type: whether it matched, and why not. */
export function RuleList({ rules }: Pick<DecidedEvent, 'rules'>) {
  if (rules.length === 0) return <Text c="dimmed">No rule is for events of this type.</Text>;
  // What matched comes first, in the order in which it was judged.
  const ordered = [...rules.filter(({ matched }) => matched), ...rules.filter(({ matched }) => !matched)];
  return (
    <List spacing="xs" center listStyleType="none">
      {ordered.map(({ rule, matched, reason, event }) => (
        <List.Item key={`${event ?? ''} ${rule}`} icon={<Mark matched={matched} />}>
          <Text span fw={600} className="mono">
            {rule}
          </Text>{' '}
          <Text span c="dimmed">
            {matched ? 'matched' : reason}
            {event !== undefined && `, on ${event}`}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

const Mark = ({ matched }: { readonly matched: boolean }) => (
  <ThemeIcon size={20} radius="xl" variant="light" color={matched ? 'green' : 'gray'}>
    {matched ? <IconCheck size={14} aria-label="matched" /> : <IconX size={14} aria-label="did not match" />}
  </ThemeIcon>
);
