import { Badge, Button, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePermission } from '../../app/session.queries.js';
import { Time } from '../../ui/index.js';
import { Facts } from '../../ui/facts.js';
import { scaled } from '../../ui/figures.js';
import { CorrectAmount } from './correct-amount.js';
import type { Correctable } from './correction.js';
import { PlayerRanks } from './player-ranks.js';
import type { Player } from './players.queries.js';
import { useScales } from './scales.queries.js';

/** What the player is, has and is worth. */
export function PlayerOverview({ player }: { readonly player: Player }) {
  const { playerId, attributes, titles, items, timeZone, avatarUrl, createdAt, updatedAt } = player;
  const scales = useScales();
  const mayCorrect = usePermission('players:write') && player.status !== 'merged';
  const [correcting, setCorrecting] = useState<Correctable>();
  const isCorrectable = ({ kind, key }: Correctable): boolean =>
    mayCorrect && (kind === 'balances' || (scales?.sums?.includes(key) ?? true));
  const amounts = (kind: Correctable['kind'], scale: Readonly<Record<string, number>> | undefined) =>
    Object.entries(player[kind]).map(([key, amount]) => {
      const text = scale ? scaled(amount, scale[key]) : '…';
      const onCorrect = isCorrectable({ kind, key }) ? () => setCorrecting({ kind, key }) : undefined;
      return [key, <CorrectableAmount key={key} name={key} text={text} onCorrect={onCorrect} />] as const;
    });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title="Ranks">
        <PlayerRanks playerId={playerId} />
      </Section>
      <Part title="Balances" empty="No currency was paid yet." facts={amounts('balances', scales?.currencies)} />
      <Part title="Stats" empty="Nothing was recorded yet." facts={amounts('stats', scales?.stats)} />
      <Part
        title="Attributes"
        empty="Nothing is known of the player."
        facts={Object.entries(attributes).map(([key, value]) => [key, String(value)] as const)}
      />
      <Part title="Items" empty="The player has none." facts={itemsOf(items)} />
      <Section title="Titles">
        {titles.length === 0 ? (
          <Text c="dimmed">The player has none.</Text>
        ) : (
          <Group gap="xs">
            {titles.map((title) => (
              <Badge key={title} variant="light" tt="none">
                {title}
              </Badge>
            ))}
          </Group>
        )}
      </Section>
      <Section title="About">
        <Facts
          label="About"
          facts={[
            ['First seen', <Time key="created" at={createdAt} as="instant" clock="environment" />],
            ['Last seen', <Time key="updated" at={updatedAt} as="instant" clock="environment" />],
            ['Time zone', timeZone ?? 'not known'],
            ['Avatar', avatarUrl ?? 'none'],
          ]}
        />
      </Section>
      {correcting && <CorrectAmount player={player} of={correcting} onClose={() => setCorrecting(undefined)} />}
    </SimpleGrid>
  );
}

const itemsOf = (items: Player['items']) =>
  Object.entries(items).map(([key, count]) => [key, <Amount key={key} text={scaled(count)} />] as const);

interface CorrectableAmountProps {
  readonly name: string;
  readonly text: string;
  /** Absent where it can't be corrected. */
  readonly onCorrect: (() => void) | undefined;
}

const CorrectableAmount = ({ name, text, onCorrect }: CorrectableAmountProps) => (
  <Group justify="space-between" gap="xs">
    <Amount text={text} />
    {onCorrect && (
      <Button size="compact-xs" variant="subtle" aria-label={`Correct ${name}`} onClick={onCorrect}>
        Correct
      </Button>
    )}
  </Group>
);

const Amount = ({ text }: { readonly text: string }) => (
  <Text span inherit className="numeric">
    {text}
  </Text>
);

interface PartProps {
  readonly title: string;
  readonly empty: string;
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

const Part = ({ title, empty, facts }: PartProps) => (
  <Section title={title}>
    {facts.length === 0 ? <Text c="dimmed">{empty}</Text> : <Facts label={title} facts={facts} />}
  </Section>
);

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card withBorder component="section" aria-label={title}>
    <Title order={2} size="h5" mb="xs">
      {title}
    </Title>
    {children}
  </Card>
);
