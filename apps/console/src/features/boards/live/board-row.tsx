import { Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { StandingRow } from '@laurel/sdk';
import { memo, useRef } from 'react';
import { Time } from '../../../ui/index.js';
import { figure, signed } from '../../../ui/figures.js';
import type { RecentChange } from './recent-changes.js';
import { useGlide } from './use-glide.js';

export const ROW_HEIGHT = 40;

export interface BoardRowProps {
  readonly row: StandingRow;
  /** From 0. */
  readonly index: number;
  /** Keys of the tie columns, in their order. */
  readonly columns: readonly string[];
  readonly recent: RecentChange | undefined;
  readonly isPicked: boolean;
  readonly onPick: (playerId: string) => void;
}

/** One row of a board, at its place. */
export const BoardRow = memo(function BoardRow({ row, index, columns, recent, isPicked, onPick }: BoardRowProps) {
  const element = useRef<HTMLDivElement>(null);
  const top = index * ROW_HEIGHT;
  useGlide(element, top);
  return (
    <div
      ref={element}
      role="row"
      className="board-row"
      data-live
      data-player={row.playerId}
      data-rising={(recent?.places ?? 0) > 0 || undefined}
      data-changed={recent ? true : undefined}
      data-picked={isPicked || undefined}
      aria-rowindex={index + 2}
      style={{ height: ROW_HEIGHT, transform: `translateY(${top}px)` }}
    >
      <span role="cell" data-number>
        {figure(row.rank)}
      </span>
      <span role="cell">{recent && <Places change={recent} />}</span>
      <span role="cell">
        <UnstyledButton onClick={() => onPick(row.playerId)} fz="sm" fw={500} title={`Standing of ${row.playerId}`}>
          {row.playerId}
        </UnstyledButton>
      </span>
      <span role="cell" data-number>
        {recent !== undefined && recent.score !== 0 && (
          <Text span size="xs" c="dimmed" mr={6}>
            {signed(recent.score)}
          </Text>
        )}
        <b>{figure(row.score)}</b>
      </span>
      {columns.map((column) => (
        <span key={column} role="cell" data-number data-wide>
          {figure(row.columns[column])}
        </span>
      ))}
      <span role="cell" data-number data-wide>
        {row.reachedAt === null ? '–' : <Time at={row.reachedAt} clock="environment" />}
      </span>
    </div>
  );
});

/** Where a row is that is being read. */
export const Awaited = ({ index }: { readonly index: number }) => (
  <div
    role="row"
    className="board-row"
    data-live
    aria-rowindex={index + 2}
    aria-busy
    style={{ height: ROW_HEIGHT, transform: `translateY(${index * ROW_HEIGHT}px)` }}
  >
    <span role="cell" data-number>
      …
    </span>
  </div>
);

/** How many places were won or lost just now, and by whom. */
function Places({ change: { places, overtakenBy, isNew } }: { readonly change: RecentChange }) {
  if (isNew)
    return (
      <Text span size="xs">
        new
      </Text>
    );
  if (places === 0) return null;
  const passed = overtakenBy.length > 0 ? `, passed by ${overtakenBy.join(', ')}` : '';
  const count = Math.abs(places);
  const says = `${places > 0 ? 'up' : 'down'} ${count}${passed}`;
  return (
    <Text span size="xs" c={places > 0 ? 'teal.8' : 'red.8'} title={says} aria-label={says} role="img">
      {places > 0 ? <IconArrowUp size={12} aria-hidden /> : <IconArrowDown size={12} aria-hidden />}
      {count}
    </Text>
  );
}
