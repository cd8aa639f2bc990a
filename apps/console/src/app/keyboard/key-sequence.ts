import { AREAS, type AreaId } from '../areas.js';

/** What a key leads to; the sequence `g`, then a letter, waits for the letter. */
export type KeyOutcome =
  { readonly do: 'wait' | 'help' | 'search' | 'nothing' } | { readonly do: 'go'; readonly area: AreaId };

/** @param waiting whether the key before was a `g` that waits for its letter */
export function keyOutcome(key: string, waiting: boolean): KeyOutcome {
  if (waiting) {
    const area = AREAS.find((each) => each.key === key);
    return area ? { do: 'go', area: area.id } : { do: 'nothing' };
  }
  switch (key) {
    case 'g':
      return { do: 'wait' };
    case '?':
      return { do: 'help' };
    case '/':
      return { do: 'search' };
    default:
      return { do: 'nothing' };
  }
}
