import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { tell } from '../../ui/effects-of.js';
import type { Effect } from './events.queries.js';

/** What came of it, in order: in words, by which rule, and what it comes to. */
export function EffectList({ effects }: { readonly effects: readonly Effect[] }) {
  if (effects.length === 0) return <Text c="dimmed">It changed nothing.</Text>;
  return (
    <List spacing="xs" listStyleType="none">
      {effects.map((effect, index) => (
        <List.Item key={index}>
          <Stack gap={0}>
            <Group gap="xs">
              <Badge variant="light" color={effect.kind === 'refused' ? 'red' : 'gray'}>
                {effect.kind.replace('_', ' ')}
              </Badge>
              <Text fw={600}>{tell(effect)}</Text>
              {'rule' in effect && effect.rule !== '' && (
                <Text span size="sm" c="dimmed">
                  by <span className="mono">{effect.rule}</span>
                </Text>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {moreOf(effect)}
            </Text>
          </Stack>
        </List.Item>
      ))}
    </List>
  );
}

/** What it comes to, and why it is so much. */
function moreOf(effect: Effect): string {
  switch (effect.kind) {
    case 'record':
      return `comes to ${effect.value}${boostsOf(effect)}`;
    case 'award':
    case 'spend':
      return `balance ${effect.balance}${boostsOf(effect)}`;
    case 'reversal':
      return `balance ${effect.balance}`;
    case 'item':
      return `has ${effect.count}`;
    case 'refused':
      return effect.detail;
    default:
      return '';
  }
}

const boostsOf = ({ base, boosts = [] }: { readonly base?: number; readonly boosts?: readonly string[] }): string =>
  base === undefined ? '' : `, ${base} without ${boosts.join(', ')}`;
