import type { Page } from '../api/use-pages.js';

/** Something with an id, and a name that people gave it; empty where they gave none. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Pages that are read at most: whoever is on a later one is called by their id. */
const MOST_PAGES = 10;

/** All that have a name, with it, whatever pages they come in. */
export async function namesOf(
  load: (cursor: string | undefined) => Promise<Page<Named>>,
): Promise<readonly (readonly [id: string, name: string])[]> {
  const found: Named[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { entries, next } = await load(cursor);
    found.push(...entries);
    if (next === null) break;
    cursor = next;
  }
  return found.filter(({ name }) => name !== '').map(({ id, name }) => [id, name]);
}
