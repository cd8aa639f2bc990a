import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { figure } from '../../../ui/figures.js';
import { Change, ResultTable } from './result-table.js';
import type { History } from './use-dry-run.js';

type Top = History['leaderboards'][number];

/** The top of each window, before beside after. */
export const TopTables = ({ tops }: { readonly tops: readonly Top[] }) => (
  <>
    {tops.map((top) => (
      <section key={`${top.board} ${top.window}`} aria-label={`Leaderboard ${top.board}, ${top.window}`}>
        <Title order={2} size="h4" mb="xs">
          {`${top.board}, ${top.window}`}
        </Title>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <ResultTable
            title="Before"
            head={['Player', 'Rank', 'Score']}
            none="Nobody was on it."
            rows={top.before.map(({ rank, playerId, score }) => ({
              id: playerId,
              cells: [playerId, rank, figure(score)],
            }))}
          />
          <After after={top.after} />
        </SimpleGrid>
      </section>
    ))}
  </>
);

const After = ({ after }: Pick<Top, 'after'>) => (
  <Stack gap={0}>
    <ResultTable
      title="After"
      head={['Player', 'Rank', 'Moved', 'Score']}
      none="Nobody would be on it."
      rows={after.map(({ rank, playerId, score, rankBefore }) => ({
        id: playerId,
        cells: [playerId, rank, <Moved key="moved" rank={rank} before={rankBefore} />, figure(score)],
      }))}
    />
  </Stack>
);

function Moved({ rank, before }: { readonly rank: number; readonly before: number | null }) {
  if (before === null) {
    return (
      <Text span size="sm" c="dimmed">
        new
      </Text>
    );
  }
  const up = before - rank;
  return <Change units={up} text={up === 0 ? '–' : up > 0 ? `▲ ${up}` : `▼ ${-up}`} />;
}
