/** What of the history is listed, as it stands in the address of the page. */
export interface EventSearch {
  readonly player?: string;
  readonly type?: string;
  readonly status?: EventStatus;
}

export const EVENT_STATUSES = [
  'processed',
  'duplicate',
  'conflict',
  'late',
  'imported',
  'quarantined',
  'failed',
] as const;
type EventStatus = (typeof EVENT_STATUSES)[number];

/** The search in an address that anybody may have typed. */
export function eventSearchOf(search: Readonly<Record<string, unknown>>): EventSearch {
  const status = EVENT_STATUSES.find((each) => each === search['status']);
  const [player, type] = [textOf(search['player']), textOf(search['type'])];
  return { ...(player ? { player } : {}), ...(type ? { type } : {}), ...(status ? { status } : {}) };
}

/** Whose event it is: needed where several players used one id. */
export interface EventOwner {
  readonly playerId?: string;
}

export function eventOwnerOf({ playerId }: Readonly<Record<string, unknown>>): EventOwner {
  const id = textOf(playerId);
  return id ? { playerId: id } : {};
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
