import { type Permission, areasFor } from '../areas.js';

/** Something that the search leads to. */
export interface SearchHit {
  readonly id: string;
  readonly group: 'Go to' | 'Leaderboards' | 'By id';
  readonly label: string;
  readonly about: string;
  readonly href: string;
}

export interface SearchableBoard {
  readonly key: string;
  readonly name?: string;
}

const MAX_BOARDS = 8;

/** What fits a text: areas and leaderboards that hold it in name or key, and, as it may be an id, a player and an event. */
export function searchHits(
  text: string,
  permissions: readonly Permission[],
  boards: readonly SearchableBoard[],
): readonly SearchHit[] {
  const wanted = text.trim();
  const areas = areasFor(permissions).filter(({ label, about }) => holds([label, about], wanted));
  const found = boards.filter(({ key, name }) => holds([key, name ?? ''], wanted)).slice(0, MAX_BOARDS);
  return [
    ...areas.map(({ id, label, about, path }): SearchHit => ({ id, group: 'Go to', label, about, href: path })),
    ...found.map(({ key, name }): SearchHit => ({
      id: `board:${key}`,
      group: 'Leaderboards',
      label: name ?? key,
      about: key,
      href: `/boards/${encodeURIComponent(key)}`,
    })),
    ...(wanted === '' ? [] : byId(wanted, permissions)),
  ];
}

function byId(id: string, permissions: readonly Permission[]): readonly SearchHit[] {
  const path = encodeURIComponent(id);
  return [
    ...(permissions.includes('players:read')
      ? [{ id: 'player', group: 'By id' as const, label: `Player ${id}`, about: 'By its id', href: `/players/${path}` }]
      : []),
    ...(permissions.includes('events:read')
      ? [{ id: 'event', group: 'By id' as const, label: `Event ${id}`, about: 'By its id', href: `/events/${path}` }]
      : []),
  ];
}

const holds = (texts: readonly string[], wanted: string): boolean =>
  texts.some((text) => text.toLowerCase().includes(wanted.toLowerCase()));
