/** A row as the public API gives it. */
export interface BoardRow {
  readonly rank: number | null;
  readonly playerId: string;
  readonly score: number;
  readonly columns: Readonly<Record<string, number>>;
  /** Null where it does not decide a place. */
  readonly reachedAt: string | null;
}

export interface BoardPage {
  readonly warming?: true;
  readonly asOf: string | null;
  readonly total: number | null;
  readonly entries: readonly BoardRow[];
  readonly next: string | null;
}

export interface BoardAddress {
  readonly board: string;
  readonly window: string;
}

export const nameOf = ({ board, window }: BoardAddress): string => `${board}/${window}`;

const PAGE_ROWS = 100;

/** @throws when there is no answer, or it is no 200 */
export async function readPage(
  queryUrl: string,
  secretKey: string,
  { board, window }: BoardAddress,
  cursor?: string,
): Promise<BoardPage> {
  const from = cursor === undefined ? '' : `&cursor=${cursor}`;
  const response = await fetch(`${queryUrl}/v1/leaderboards/${board}?window=${window}&limit=${PAGE_ROWS}${from}`, {
    headers: { authorization: `Bearer ${secretKey}` },
    signal: AbortSignal.timeout(5_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${nameOf({ board, window })} answered ${response.status}: ${text}`);
  return JSON.parse(text) as BoardPage;
}

/** All rows of a board that does not move, or undefined while it says `warming`. */
export async function readAllRows(
  queryUrl: string,
  secretKey: string,
  address: BoardAddress,
): Promise<BoardRow[] | undefined> {
  const rows: BoardRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage(queryUrl, secretKey, address, cursor);
    if (page.warming) return undefined;
    rows.push(...page.entries);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
