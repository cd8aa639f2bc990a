import { Alert, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type JsonObject, textOf } from '../../../ui/schema-form/index.js';
import { figure, scaled } from '../../../ui/figures.js';
import type { Scales } from './dry-run.page.js';
import { ResultTable } from './result-table.js';
import type { EventTrial } from './use-dry-run.js';

export interface EventResultProps {
  readonly trial: EventTrial;
  readonly scales: Scales;
}

/** What one event would lead to, under what is in force and under what was tried. */
export function EventResult({ trial, scales }: EventResultProps) {
  const { before, after, leaderboards, warnings, playerId } = trial;
  return (
    <Stack gap="lg">
      <Text fw={600}>{`One event of ${playerId}`}</Text>
      {warnings.length > 0 && (
        <Alert color="yellow" title="It breaks the schema of its type">
          <List size="sm">
            {warnings.map(({ path, message }) => (
              <List.Item key={`${path} ${message}`}>{`${path} ${message}`}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Decision title="In force" decision={before} scales={scales} />
        <Decision title="Tried" decision={after} scales={scales} />
      </SimpleGrid>
      <ResultTable
        title="Ranks"
        head={['Leaderboard', 'Now', 'In force', 'Tried']}
        none="No leaderboard would move."
        rows={leaderboards.map((one) => ({
          id: `${one.board} ${one.window}`,
          cells: [`${one.board}, ${one.window}`, placed(one.now), placed(one.before), placed(one.after)],
        }))}
      />
    </Stack>
  );
}

const placed = (place: EventTrial['leaderboards'][number]['now']): string =>
  place === null ? '–' : `${place.rank ?? '–'} (${figure(place.score)})`;

interface DecisionProps {
  readonly title: string;
  readonly decision: EventTrial['before'];
  readonly scales: Scales;
}

const Decision = ({ title, decision, scales }: DecisionProps) => (
  <section aria-label={title}>
    <Title order={2} size="h5">
      {title}
    </Title>
    <List size="sm" mb="xs">
      {decision.rules.map(({ rule, matched, reason }, index) => (
        <List.Item key={`${rule} ${index}`}>
          {matched ? `${rule} matched` : `${rule} did not match: ${reason ?? 'no reason was given'}`}
        </List.Item>
      ))}
    </List>
    {decision.effects.length === 0 ? (
      <Text size="sm" c="dimmed">
        No effect.
      </Text>
    ) : (
      <List size="sm">
        {decision.effects.map((effect, index) => (
          <List.Item key={index}>{effectText(effect as JsonObject, scales)}</List.Item>
        ))}
      </List>
    )}
  </section>
);

/** An effect in words; what there is no word for stands as it is. */
function effectText(effect: JsonObject, scales: Scales): string {
  const { kind, rule, stat, currency, amount, code } = effect;
  const by = typeof rule === 'string' ? ` (${rule})` : '';
  if (kind === 'refused') return `refused: ${textOf(code)}${by}`;
  if (typeof amount === 'number' && typeof stat === 'string')
    return `${textOf(kind)} ${scaled(amount, scales.stat(stat))} ${stat}${by}`;
  if (typeof amount === 'number' && typeof currency === 'string')
    return `${textOf(kind)} ${scaled(amount, scales.currency(currency))} ${currency}${by}`;
  return JSON.stringify(effect);
}
