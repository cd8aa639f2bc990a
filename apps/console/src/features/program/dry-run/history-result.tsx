import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Time } from '../../../ui/index.js';
import { figure, scaled, signed } from '../../../ui/figures.js';
import type { Scales } from './dry-run.page.js';
import { Change, ResultTable } from './result-table.js';
import { TopTables } from './top-tables.js';
import type { History } from './use-dry-run.js';

export interface HistoryResultProps {
  readonly history: History;
  readonly scales: Scales;
}

/** What recorded events would have led to, beside what they led to. */
export function HistoryResult({ history, scales }: HistoryResultProps) {
  return (
    <Stack gap="lg">
      <Summary history={history} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Totals title="Stats" totals={history.stats} scaleOf={scales.stat} none="No stat was recorded to." />
        <Totals title="Balances" totals={history.currencies} scaleOf={scales.currency} none="No currency was paid." />
      </SimpleGrid>
      <TopTables tops={history.leaderboards} />
      <Movements history={history} scales={scales} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Rules rules={history.rules} />
        <Totals title="Refused effects" totals={history.refused} scaleOf={() => 0} none="No effect was refused." />
      </SimpleGrid>
    </Stack>
  );
}

const Summary = ({ history: { events, players, first, last, releases } }: { readonly history: History }) => (
  <Group gap="xs" role="status">
    <Text fw={600}>{`${figure(events)} events of ${figure(players)} players`}</Text>
    {first !== null && last !== null && (
      <Text size="sm" c="dimmed">
        <Time at={first} as="instant" clock="environment" /> – <Time at={last} as="instant" clock="environment" />
        {releases.length > 0 && `, decided by ${releases.length === 1 ? 'release' : 'releases'} ${releases.join(', ')}`}
      </Text>
    )}
  </Group>
);

interface TotalsProps {
  readonly title: string;
  readonly totals: History['stats'];
  readonly scaleOf: (key: string) => number;
  readonly none: string;
}

const Totals = ({ title, totals, scaleOf, none }: TotalsProps) => (
  <ResultTable
    title={title}
    head={['Of', 'Before', 'After', 'Change']}
    none={none}
    rows={totals.map(({ key, before, after }) => ({
      id: key,
      cells: [
        key,
        scaled(before, scaleOf(key)),
        scaled(after, scaleOf(key)),
        <Change key="change" units={after - before} text={signed(after - before, scaleOf(key))} />,
      ],
    }))}
  />
);

function Movements({ history, scales }: HistoryResultProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {history.movements.map(({ kind, key, gains, losses }) => {
        const scale = scales[kind](key);
        return (
          <ResultTable
            key={`${kind} ${key}`}
            title={`Whose ${key} would change`}
            about={kind === 'stat' ? 'What players have of the stat.' : 'What players have of the currency.'}
            head={['Player', 'Before', 'After', 'Change']}
            none="Nobody’s."
            rows={[...gains, ...losses].map(({ playerId, before, after }) => ({
              id: playerId,
              cells: [
                playerId,
                scaled(before, scale),
                scaled(after, scale),
                <Change key="change" units={after - before} text={signed(after - before, scale)} />,
              ],
            }))}
          />
        );
      })}
    </SimpleGrid>
  );
}

const Rules = ({ rules }: Pick<History, 'rules'>) => (
  <ResultTable
    title="Rules"
    about="How often each matched, and the commonest reason why it did not."
    head={['Rule', 'Before', 'After', 'Mostly not because']}
    none="No rule was asked."
    rows={rules.map(({ key, before, after }) => ({
      id: key,
      cells: [
        key,
        figure(before.hits),
        figure(after.hits),
        <Text key="reason" span size="xs" c="dimmed">
          {after.reasons[0] ? `${after.reasons[0].reason} (${after.reasons[0].times})` : '–'}
        </Text>,
      ],
    }))}
  />
);
