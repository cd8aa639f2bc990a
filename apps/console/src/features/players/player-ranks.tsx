import { Anchor, Table, Text } from '@mantine/core';
import { Problem } from '../../ui/index.js';
import { AppLink } from '../../ui/app-link.js';
import { Loading } from '../../ui/loading.js';
import { figure } from '../../ui/figures.js';
import { usePlayerRanks } from './players.queries.js';

/** The player on every leaderboard, in the windows that run. */
export function PlayerRanks({ playerId }: { readonly playerId: string }) {
  const { data, error } = usePlayerRanks(playerId);
  if (!data) return error ? <Problem error={error} /> : <Loading label="Ranks" size="sm" />;
  if (data.leaderboards.length === 0) return <Text c="dimmed">The player is on no leaderboard.</Text>;
  return (
    <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Ranks' } }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Leaderboard</Table.Th>
            <Table.Th>Window</Table.Th>
            <Table.Th ta="right">Rank</Table.Th>
            <Table.Th ta="right">Score</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.leaderboards.map(({ board, window, total, entry }) => (
            <Table.Tr key={`${board} ${window.key}`}>
              <Table.Td>
                <Anchor component={AppLink} href={`/boards/${encodeURIComponent(board)}`} inherit>
                  {board}
                </Anchor>
              </Table.Td>
              <Table.Td>{window.key}</Table.Td>
              <Table.Td ta="right" className="numeric">
                {entry?.rank ?? '–'}
                {total !== null && ` of ${figure(total)}`}
              </Table.Td>
              <Table.Td ta="right" className="numeric">
                {figure(entry?.score)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
