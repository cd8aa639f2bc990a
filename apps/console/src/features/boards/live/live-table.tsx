import type { StandingRow } from '@laurel/sdk';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { Rows } from '../../../ui/index.js';
import { Awaited, BoardRow, ROW_HEIGHT } from './board-row.js';
import './live-board.css';
import type { RecentChanges } from './recent-changes.js';

export interface LiveTableProps {
  readonly label: string;
  readonly rows: Rows<StandingRow>;
  readonly recent: RecentChanges;
  /** Keys of the tie columns, in their order. */
  readonly columns: readonly string[];
  /** Rows of the whole board; null while ranks are being rebuilt. */
  readonly total: number | null;
  /** Whose row is marked. */
  readonly picked: string | undefined;
  readonly onPick: (playerId: string) => void;
  /** Told which rows are in sight, from 0. */
  readonly onSight: (first: number, last: number) => void;
  /** Where to go, rows from the first; each new value goes there once. */
  readonly jump: { readonly index: number } | undefined;
}

/** Rows of a board that change places while one looks on. Only those in sight are in the page. */
export function LiveTable({ label, rows, recent, columns, total, picked, onPick, onSight, jump }: LiveTableProps) {
  const region = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
  });
  const shown = virtual.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => onSight(first, last), [onSight, first, last]);
  const { scrollToIndex } = virtual;
  const jumped = useRef(jump);
  const isThere = jump !== undefined && jump.index < rows.length;
  useEffect(() => {
    if (!isThere || jumped.current === jump) return;
    jumped.current = jump;
    scrollToIndex(jump.index, { align: 'start' });
  }, [jump, isThere, scrollToIndex]);
  const isShown = new Set<string>();
  return (
    <div
      ref={region}
      className="board-region"
      role="region"
      tabIndex={0}
      aria-label={`${label}: rows`}
      style={{ maxHeight: 'calc(100dvh - 365px)', minHeight: 280, ...tracksOf(columns.length) }}
    >
      <div role="table" aria-label={label} aria-rowcount={total === null ? -1 : total + 1}>
        <div role="rowgroup" className="board-head">
          <Header columns={columns} />
        </div>
        <div role="rowgroup" className="board-rows" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index }) => {
            const row = rows.at(index);
            // Who moved between the readings of two pages is on both until they are read again.
            if (row === undefined || isShown.has(row.playerId)) return <Awaited key={index} index={index} />;
            const { playerId } = row;
            isShown.add(playerId);
            return (
              <BoardRow
                key={playerId}
                row={row}
                index={index}
                columns={columns}
                recent={recent.get(playerId)}
                isPicked={picked === playerId}
                onPick={onPick}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** `repeat` takes no zero. */
const tracksOf = (count: number): CSSProperties =>
  (count === 0 ? {} : { '--columns': `repeat(${count}, minmax(90px, 0.6fr))` }) as CSSProperties;

const Header = ({ columns }: { readonly columns: readonly string[] }) => (
  <div role="row" className="board-row" data-header aria-rowindex={1}>
    <span role="columnheader" data-number>
      Rank
    </span>
    <span role="columnheader">Move</span>
    <span role="columnheader">Player</span>
    <span role="columnheader" data-number>
      Score
    </span>
    {columns.map((column) => (
      <span key={column} role="columnheader" data-number data-wide>
        {column}
      </span>
    ))}
    <span role="columnheader" data-number data-wide>
      Reached
    </span>
  </div>
);
