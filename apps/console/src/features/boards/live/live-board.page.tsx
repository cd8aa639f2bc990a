import { Alert, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { EmptyState, Problem } from '../../../ui/index.js';
import { BoardFrame } from '../board-frame.js';
import type { BoardSearch } from '../board-search.js';
import type { Board } from '../boards.queries.js';
import { StandingDrawer } from '../standing/standing-drawer.js';
import { BoardFacts } from './board-facts.js';
import { BoardPicker } from './board-picker.js';
import { LiveTable } from './live-table.js';
import { Overtakings } from './overtakings.js';
import { useBoardRows } from './use-board-rows.js';
import { useLiveBoard } from './use-live-board.js';

const route = getRouteApi('/frame/boards/$key');

/** A board as it moves: the best hundred live, the others as they are scrolled to, or the rows around a player. */
export function LiveBoardPage() {
  const { key } = route.useParams();
  const search = route.useSearch();
  return (
    <BoardFrame boardKey={key} tab="live">
      {(board) => <LiveBoard board={board} search={search} />}
    </BoardFrame>
  );
}

/** The same page shows something else: rows stay where they were scrolled to. */
const IN_PLACE = { replace: true, resetScroll: false } as const;

interface LiveBoardProps {
  readonly board: Board;
  readonly search: BoardSearch;
}

function LiveBoard({ board, search }: LiveBoardProps) {
  const navigate = route.useNavigate();
  const { window, segment, around, player } = search;
  const show = (change: { [K in keyof BoardSearch]?: BoardSearch[K] | undefined }): void =>
    void navigate({ search: (before) => readable({ ...before, ...change }), ...IN_PLACE });
  // The same at every change of ranks: rows that did not change are not drawn again.
  const pick = useCallback(
    (playerId: string) => void navigate({ search: (before) => ({ ...before, player: playerId }), ...IN_PLACE }),
    [navigate],
  );
  const columns = useMemo(() => board.columns.map(({ stat }) => stat), [board.columns]);
  const view = { key: board.key, window, segment };
  const { table, recent, state, error } = useLiveBoard({ board: board.key, window, segment, around });
  const [jump, setJump] = useState<{ readonly index: number }>();
  const all = useBoardRows(view, table, around === undefined);
  const read = all.page;
  const rows = around === undefined ? all.rows : table?.rows;
  const problem = error ?? all.error;
  const isWarming = table?.warming ?? read?.warming ?? false;
  return (
    <Stack gap="sm">
      <BoardPicker
        board={board}
        search={search}
        show={show}
        shownWindow={table?.window ?? read?.window.key}
        state={state}
        onJump={(index) => {
          show({ around: undefined });
          setJump({ index });
        }}
      />
      <BoardFacts view={view} total={table?.total ?? read?.total} />
      <Overtakings recent={recent} />
      {problem !== undefined && problem !== null && <Problem error={problem} />}
      {isWarming && (
        <Alert color="yellow">Ranks are being rebuilt. They come back by themselves; nothing is lost.</Alert>
      )}
      {rows?.length === 0 && !isWarming ? (
        <EmptyState title={around === undefined ? 'Nobody is on it yet' : `${around} is not on it`}>
          {around === undefined
            ? 'Players come onto the leaderboard with the first event that counts for it.'
            : 'The player has no result in this window, or is hidden.'}
        </EmptyState>
      ) : (
        <LiveTable
          key={JSON.stringify([window, segment])}
          label={`Standings of ${board.key}`}
          rows={rows ?? []}
          recent={recent}
          columns={columns}
          total={table?.total ?? read?.total ?? null}
          picked={player ?? around}
          onPick={pick}
          onSight={all.onSight}
          jump={jump}
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
