/** What of a board its page shows, as it stands in the address. */
export interface BoardSearch {
  /** Key of a window, or name of its definition. */
  readonly window?: string;
  readonly segment?: string;
  /** Whose standing is opened. */
  readonly player?: string;
  /** Around whom rows are shown, instead of the best. */
  readonly around?: string;
}

/** Takes nothing but texts out of an address. */
export function readBoardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  const texts = (['window', 'segment', 'player', 'around'] as const).flatMap((name) => {
    const value = search[name];
    // The router reads what looks like a number as one.
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(texts);
}
