import { Anchor, Text } from '@mantine/core';
import { usePermission } from '../../app/session.queries.js';
import { Problem } from '../../ui/index.js';
import { AppLink } from '../../ui/app-link.js';
import { Facts } from '../../ui/facts.js';
import { Loading } from '../../ui/loading.js';
import { figure } from '../../ui/figures.js';
import { type DecidedEvent, useRanks } from './events.queries.js';

/** On each board that the event touched: the score that it led to, and the rank now. */
export function EventRanks({ event: { effects, playerId } }: { readonly event: DecidedEvent }) {
  const touched = effects.flatMap((effect) =>
    effect.kind === 'standing' ? [{ board: effect.board, window: effect.window, score: effect.score }] : [],
  );
  const mayRead = usePermission('boards:read');
  const { data, error } = useRanks(playerId, mayRead && touched.length > 0);
  if (touched.length === 0) return <Text c="dimmed">It touched no leaderboard.</Text>;
  if (error) return <Problem error={error} />;
  if (!data && mayRead) return <Loading label="Ranks" size="sm" />;
  return (
    <Facts
      label="Ranks"
      facts={touched.map(({ board, window, score }) => {
        const now = data?.leaderboards.find((each) => each.board === board && each.window.key === window);
        return [
          `${board}, ${window}`,
          <span key={`${board} ${window}`} className="numeric">
            <Anchor component={AppLink} href={`/boards/${encodeURIComponent(board)}`} inherit underline="always">
              {rankOf(now?.entry?.rank, now?.total)}
            </Anchor>{' '}
            <Text span inherit c="dimmed">
              with {figure(now?.entry?.score ?? score)} (this event: {figure(score)})
            </Text>
          </span>,
        ] as const;
      })}
    />
  );
}

function rankOf(rank: number | null | undefined, total: number | null | undefined): string {
  if (rank === undefined) return 'Not ranked now';
  if (rank === null) return 'Ranks are being rebuilt';
  return `Rank ${figure(rank)}${typeof total === 'number' ? ` of ${figure(total)}` : ''}`;
}
