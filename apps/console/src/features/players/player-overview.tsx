import { Badge, Card, Group, SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Time } from '../../ui/index.js';
import { Facts } from '../../ui/facts.js';
import { scaled } from '../../ui/figures.js';
import { PlayerRanks } from './player-ranks.js';
import type { Player } from './players.queries.js';
import { useScales } from './scales.queries.js';

/** What the player is, has and is worth. */
export function PlayerOverview({ player }: { readonly player: Player }) {
  const { playerId, attributes, balances, stats, titles, items, timeZone, avatarUrl, createdAt, updatedAt } = player;
  const scales = useScales();
  const amounts = (of: Readonly<Record<string, number>>, scale: Readonly<Record<string, number>> | undefined) =>
    Object.entries(of).map(
      ([key, amount]) => [key, <Amount key={key} text={scale ? scaled(amount, scale[key]) : '…'} />] as const,
    );
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title="Ranks">
        <PlayerRanks playerId={playerId} />
      </Section>
      <Part title="Balances" empty="No currency was paid yet." facts={amounts(balances, scales?.currencies)} />
      <Part title="Stats" empty="Nothing was recorded yet." facts={amounts(stats, scales?.stats)} />
      <Part
        title="Attributes"
        empty="Nothing is known of the player."
        facts={Object.entries(attributes).map(([key, value]) => [key, String(value)] as const)}
      />
      <Part title="Items" empty="The player has none." facts={amounts(items, {})} />
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
    </SimpleGrid>
  );
}

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
