import { Anchor, Card, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLink } from '../../ui/app-link.js';
import { countOf, delayOf, rateOf, troublesOf } from './figures.js';
import { type Range, saysOf } from './overview-search.js';
import type { Activity } from './overview.queries.js';

export interface TilesProps {
  readonly activity: Activity;
  readonly range: Range;
}

/** What it comes to: now, and over the range. */
export const Tiles = ({ activity: { now, total }, range }: TilesProps) => (
  <SimpleGrid cols={{ base: 2, md: 4 }} mb="md">
    <Tile name="Events per second" value={rateOf(now.eventsPerSecond)}>
      {countOf(total.events)} in {saysOf(range)}
    </Tile>
    <Tile name="Delay" value={delayOf(now.lagMs.p50)}>
      {now.lagMs.p99 === null ? 'Nothing was decided just now' : `99 of 100 within ${delayOf(now.lagMs.p99)}`}
    </Tile>
    <Tile name="Errors" value={countOf(troublesOf(total))} color={troublesOf(total) > 0 ? 'red' : undefined}>
      <Anchor component={AppLink} href="/feed?statuses=failed,quarantined" inherit underline="always">
        {countOf(total.byStatus['failed'] ?? 0)} failed
      </Anchor>
      , {countOf(total.byStatus['quarantined'] ?? 0)} held back, {countOf(total.refused)} refused
    </Tile>
    <Tile name="Active players" value={countOf(now.activePlayers)}>
      {countOf(total.activePlayers)} in {saysOf(range)}
    </Tile>
  </SimpleGrid>
);

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly color?: string | undefined;
  readonly children: ReactNode;
}

const Tile = ({ name, value, color, children }: TileProps) => (
  <Card withBorder padding="md" component="section" aria-label={name}>
    <Text size="sm" fw={600}>
      {name}
    </Text>
    <Text fz={28} fw={700} className="numeric" {...(color ? { c: color } : {})}>
      {value}
    </Text>
    <Text size="xs" c="dimmed">
      {children}
    </Text>
  </Card>
);
