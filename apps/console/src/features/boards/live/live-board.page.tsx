import { Alert, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState, Problem } from '../../../ui/index.js';
import { BoardFrame } from '../board-frame.js';
import type { BoardSearch } from '../board-search.js';
import { type Board, useBoardPages } from '../boards.queries.js';
import { StandingDrawer } from '../standing/standing-drawer.js';
import { rowsBehind } from './board-rows.js';
import { BoardFacts } from './board-facts.js';
import { BoardPicker } from './board-picker.js';
import { LiveTable } from './live-table.js';
import { Overtakings } from './overtakings.js';
import { LIVE_ROWS, useLiveBoard } from './use-live-board.js';

const route = getRouteApi('/frame/boards/$key');

/** A board as it moves: the best hundred live, the others page by page, or the rows around a player. */
export function LiveBoardPage() {
  const { key } = route.useParams();
  const search = route.useSearch();
  return (
    <BoardFrame boardKey={key} tab="live">
      {(board) => <LiveBoard board={board} search={search} />}
    </BoardFrame>
  );
}

const NO_MORE = { hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined };

interface LiveBoardProps {
  readonly board: Board;
  readonly search: BoardSearch;
}

function LiveBoard({ board, search }: LiveBoardProps) {
  const navigate = route.useNavigate();
  const { window, segment, around, player } = search;
  const show = (change: { [K in keyof BoardSearch]?: BoardSearch[K] | undefined }): void =>
    void navigate({ search: (before) => readable({ ...before, ...change }), replace: true });
  const view = { key: board.key, window, segment };
  const { table, recent, state, error } = useLiveBoard({ board: board.key, window, segment, around });
  const pages = useBoardPages(view, state === 'live');
  const read = pages.data?.pages[0];
  // Until the live rows are there, and behind them, stands what was read.
  const isLong = (table?.total ?? 0) > LIVE_ROWS;
  const paged = around === undefined && (!table || isLong) ? pages.data?.pages.flatMap(({ entries }) => entries) : [];
  const rows = rowsBehind(table?.rows ?? [], paged ?? []);
  const isWarming = table?.warming ?? read?.warming ?? false;
  const isKnown = table !== undefined || (read !== undefined && around === undefined);
  return (
    <Stack gap="sm">
      <BoardPicker
        board={board}
        search={search}
        show={show}
        shownWindow={table?.window ?? read?.window.key}
        state={state}
      />
      <BoardFacts view={view} total={table?.total ?? read?.total} />
      <Overtakings recent={recent} />
      {error && <Problem error={error} />}
      {isWarming && (
        <Alert color="yellow">Ranks are being rebuilt. They come back by themselves; nothing is lost.</Alert>
      )}
      {isKnown && rows.length === 0 && !isWarming ? (
        <EmptyState title={around === undefined ? 'Nobody is on it yet' : `${around} is not on it`}>
          {around === undefined
            ? 'Players come onto the leaderboard with the first event that counts for it.'
            : 'The player has no result in this window, or is hidden.'}
        </EmptyState>
      ) : (
        <LiveTable
          label={`Standings of ${board.key}`}
          rows={rows}
          recent={recent}
          columns={board.columns.map(({ stat }) => stat)}
          total={table?.total ?? read?.total ?? null}
          picked={player ?? around}
          onPick={(playerId) => show({ player: playerId })}
          more={isLong ? pages : NO_MORE}
        />
      )}
      <StandingDrawer
        board={board}
        view={view}
        shownWindow={table?.window ?? read?.window.key}
        playerId={player}
        onClose={() => show({ player: undefined })}
        onAround={(playerId) => show({ player: undefined, around: playerId })}
      />
    </Stack>
  );
}

const readable = (search: { [K in keyof BoardSearch]?: BoardSearch[K] | undefined }): BoardSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
