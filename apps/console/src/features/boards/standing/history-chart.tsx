import { LineChart } from '@mantine/charts';
import { Stack, Table, Text } from '@mantine/core';
import { EmptyState, Problem } from '../../../ui/index.js';
import { figure } from '../../../ui/figures.js';
import { useHistory } from '../boards.queries.js';

/** Where a player ended in past windows: as a line, best rank on top, and as a table. */
export function HistoryChart({ boardKey, playerId }: { readonly boardKey: string; readonly playerId: string }) {
  const { data, error, refetch } = useHistory(boardKey, playerId);
  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const ended = data.entries.flatMap(({ window, entry, total }) =>
    entry ? [{ window: window.key, rank: entry.rank, score: entry.score, total }] : [],
  );
  if (ended.length === 0) {
    return <EmptyState title="No past windows">The player was in none that has ended.</EmptyState>;
  }
  return (
    <Stack>
      {ended.length > 1 && (
        <LineChart
          h={180}
          data={[...ended].reverse()}
          dataKey="window"
          series={[{ name: 'rank', label: 'Rank', color: 'blue.6' }]}
          yAxisProps={{ reversed: true, allowDecimals: false, domain: [1, 'auto'] }}
          curveType="linear"
          lineProps={{ isAnimationActive: false }}
          // The table says the same: points are nothing to stop at with the keyboard.
          lineChartProps={{ accessibilityLayer: false }}
          aria-hidden
        />
      )}
      <Table aria-label={`Past windows of ${playerId}`} withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Window</Table.Th>
            <Table.Th ta="right">Rank</Table.Th>
            <Table.Th ta="right">Score</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ended.map(({ window, rank, score, total }) => (
            <Table.Tr key={window} className="numeric">
              <Table.Td>{window}</Table.Td>
              <Table.Td ta="right">
                {figure(rank)}{' '}
                <Text span size="xs" c="dimmed">
                  of {figure(total)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{figure(score)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
