import { Button, Center, Stack, Text } from '@mantine/core';
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Loading } from './loading.js';
import { Problem } from './problem.js';
import type { Rows } from './rows.js';

const features = tableFeatures({});
const ROW_HEIGHT = 37;

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly align?: 'left' | 'right';
  /** Pixels; the rest is shared by the others. */
  readonly width?: number;
}

/** What `usePages` gives. */
export interface MorePages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  /** Told which rows are in sight: pages around them are read, and those far away let go. */
  readonly onSight: (first: number, last: number) => void;
}

export interface DataTableProps<Row> {
  /** Names the table to who cannot see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while the first page loads. */
  readonly rows: Rows<Row> | undefined;
  readonly rowId: (row: Row) => string;
  /** Makes rows clickable. A cell should hold the same as a link, for the keyboard. */
  readonly onRowClick?: (row: Row) => void;
  readonly rowProps?: (row: Row) => Readonly<Record<`data-${string}`, string | undefined>>;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** Instead of a table without rows. */
  readonly empty: ReactNode;
  /** Pages of a list that is longer: read as one scrolls. */
  readonly more?: MorePages;
  /** Of the scrolling region; CSS, by default what is left of the window. */
  readonly height?: string | number;
}

/** The one table: only rows in sight are in the page, so 100,000 of them are no more work than 50. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, error, onRetry, empty, label } = props;
  if (error !== undefined && error !== null && !rows)
    return <Problem error={error} {...(onRetry ? { onRetry } : {})} />;
  if (!rows) {
    return (
      <Center py="xl">
        <Loading label={label} />
      </Center>
    );
  }
  if (rows.length === 0) return <>{empty}</>;
  return (
    <Stack gap="xs">
      {error !== undefined && error !== null && <Problem error={error} {...(onRetry ? { onRetry } : {})} />}
      <VirtualTable {...props} rows={rows} />
    </Stack>
  );
}

type VirtualTableProps<Row> = DataTableProps<Row> & { readonly rows: Rows<Row> };

function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rows, rowId, onRowClick, rowProps, more, height = 'calc(100dvh - 220px)' } = props;
  const region = useRef<HTMLDivElement>(null);
  const defs = useMemo(
    () => columns.map(({ id, header }): ColumnDef<typeof features, Row & object> => ({ id, header })),
    [columns],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  useSight(more, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0);
  const data = shown.flatMap(({ index }) => rows.at(index) ?? []) as readonly (Row & object)[];
  const table = useTable({ features, columns: defs, data, getRowId: rowId });
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div
      className="data-table-region"
      ref={region}
      style={{ maxHeight: height }}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className="data-table" aria-rowcount={more?.hasNextPage ? -1 : rows.length + 1} aria-label={label}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {columns.map(({ id, header, align, width }) => (
                <th key={id} scope="col" data-align={align} style={width ? { width, minWidth: width } : undefined}>
                  {header}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Spacer height={before} span={columns.length} />
          {shown.map(({ index }) => {
            const row = rows.at(index);
            if (row === undefined) return <Awaited key={index} index={index} span={columns.length} />;
            return (
              <tr
                key={rowId(row)}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                data-clickable={onRowClick ? true : undefined}
                onClick={onRowClick ? () => onRowClick(row) : undefined}
                {...rowProps?.(row)}
              >
                {columns.map(({ id, cell, align }) => (
                  <td key={id} data-align={align}>
                    {cell(row, index)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Spacer height={after} span={columns.length} />
        </tbody>
      </table>
      {more?.hasNextPage && <LoadMore more={more} />}
    </div>
  );
}

/** Room of the rows that are out of sight. */
const Spacer = ({ height, span }: { readonly height: number; readonly span: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null;

/** A row that is being read. */
const Awaited = ({ index, span }: { readonly index: number; readonly span: number }) => (
  <tr data-index={index} aria-rowindex={index + 2} aria-busy>
    <td colSpan={span} style={{ height: ROW_HEIGHT }}>
      …
    </td>
  </tr>
);

const LoadMore = ({ more }: { readonly more: MorePages }) => (
  <Center p="xs">
    {more.isFetchingNextPage ? (
      <Text size="sm" c="dimmed">
        Loading more …
      </Text>
    ) : (
      <Button size="xs" variant="subtle" onClick={() => void more.fetchNextPage()}>
        Load more
      </Button>
    )}
  </Center>
);

function useSight(more: MorePages | undefined, first: number, last: number): void {
  const onSight = more?.onSight;
  useEffect(() => onSight?.(first, last), [onSight, first, last]);
}
