import { type EventRecord, joinId } from '@laurel/contracts';
import { eventKey, playerKey64 } from './event-key.js';
import { type EventPageDocument, compressed, decodeEventPage } from './event-page.js';

/** A message of a player who was erased: all that is kept of it is that it was there. */
export interface ErasedMessage {
  readonly workspace: string;
  readonly offset: number;
  /** Decision time, ms. */
  readonly decidedAt: number;
}

/** What changes of a page when a player is taken out of it. */
export type PageWithout = Pick<EventPageDocument, 'events' | 'players' | 'records'> & {
  readonly erased: readonly number[];
};

/**
 * A page without the records of a player. Bounds and id stay, and so does where the records stood: nothing is missing, and nobody
 * can tell whose they were.
 *
 * @returns undefined where the page has none of the player
 */
export function pageWithout(page: EventPageDocument, playerId: string): PageWithout | undefined {
  const records = decodeEventPage(page);
  const rest = records.filter((record) => record.playerId !== playerId);
  if (rest.length === records.length) return undefined;
  const { workspace, erased = [] } = page;
  const gone = records.filter((record) => record.playerId === playerId).map(({ offset }) => offset);
  const players = new Set(rest.map((record) => record.playerId));
  return {
    events: rest.map((record) => eventKey(workspace, record.eventId, record.playerId)),
    players: Array.from(players, (id) => playerKey64(workspace, id)),
    records: compressed(rest.map((record) => JSON.stringify(record))),
    erased: [...erased, ...gone].sort((left, right) => left - right),
  };
}

/** Pages of nothing but where messages of erased players stood: one per workspace. */
export function encodeErased(
  { partition, epoch }: Pick<EventRecord, 'partition' | 'epoch'>,
  messages: readonly ErasedMessage[],
): EventPageDocument[] {
  const byWorkspace = new Map<string, ErasedMessage[]>();
  for (const message of messages) {
    const own = byWorkspace.get(message.workspace) ?? [];
    byWorkspace.set(message.workspace, own);
    own.push(message);
  }
  return Array.from(byWorkspace).flatMap(([workspace, own]) => {
    const sorted = own.sort((left, right) => left.offset - right.offset);
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (!first || !last) return [];
    return {
      _id: joinId(workspace, String(partition), String(epoch), String(first.offset)),
      ...{ workspace, partition, epoch, first: first.offset, last: last.offset },
      ...{ from: first.decidedAt, to: last.decidedAt },
      ...{ events: [], players: [], records: compressed([]) },
      erased: sorted.map(({ offset }) => offset),
    };
  });
}
