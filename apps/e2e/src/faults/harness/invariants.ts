import type { EventRecord, LedgerEntry, Outcome, PlayerDocument } from '@laurel/contracts';
import {
  type Player,
  type Program,
  changePlayer,
  newPlayer,
  playerChangeOf,
  replayEvent,
} from '@laurel/scoring-domain';
import type { ExpectedPlayer } from './expected-player.js';
import type { BoardRow } from './read-board.js';
import type { SentEvents } from './sent-events.js';

const MOST_NAMED = 5;

/** A sentence per kind of difference, with a few examples; empty when there is none. */
const differences = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${ids.length} ${what}: ${ids.slice(0, MOST_NAMED).join(', ')}`];

/** I1: acknowledged events are applied exactly once, refused ones never, unknown ones at most once, and nothing else. */
export function checkApplied(sent: SentEvents, records: readonly EventRecord[]): string[] {
  const times = new Map<string, number>();
  const bodies = new Map(records.map(({ eventId, properties }) => [eventId, JSON.stringify(properties)]));
  for (const { eventId } of records) times.set(eventId, (times.get(eventId) ?? 0) + 1);
  const ids = (predicate: (id: string) => boolean): string[] => [...sent.all.keys()].filter(predicate);
  const standing = (id: string) => sent.all.get(id)?.standing;
  return [
    ...differences(
      'acknowledged events are lost',
      ids((id) => standing(id) === 'acknowledged' && !times.has(id)),
    ),
    ...differences(
      'events are applied more than once',
      [...times].flatMap(([id, count]) => (count > 1 ? [id] : [])),
    ),
    ...differences(
      'refused events are applied',
      ids((id) => standing(id) === 'refused' && times.has(id)),
    ),
    ...differences(
      'records are of events that nobody sent',
      [...times.keys()].filter((id) => !sent.all.has(id)),
    ),
    ...differences(
      'records are not of the body that was sent first',
      ids((id) => times.has(id) && bodies.get(id) !== JSON.stringify(sent.all.get(id)?.event.properties)),
    ),
    ...differences(
      'records are not processed',
      records.flatMap(({ eventId, status, failure }) =>
        status === 'processed' ? [] : [`${eventId} ${status} ${failure?.detail ?? ''}`],
      ),
    ),
  ];
}

/** I2: what players have is what deciding the records again, in their order, gives. */
export function checkReplay(
  records: readonly EventRecord[],
  players: readonly PlayerDocument[],
  programs: ReadonlyMap<number, Program>,
): string[] {
  const replayed = new Map<string, Player>();
  const wrong: string[] = [];
  for (const record of records) {
    const { workspace, playerId, release, decidedAt } = record;
    const program = programs.get(release);
    if (!program) return [`release ${release} of ${record.eventId} is not stored`];
    const before = replayed.get(playerId) ?? newPlayer(workspace, playerId, decidedAt);
    const change = playerChangeOf(record);
    const { player, effects } = change
      ? changePlayer(program, before, change, decidedAt)
      : replayEvent(program, before, record);
    replayed.set(playerId, player);
    if (canonical(effects) !== canonical(record.effects)) wrong.push(record.eventId);
  }
  return [
    ...differences('records hold other effects than deciding them again gives', wrong),
    ...differences(
      'players differ from the replay of their records',
      differing(
        players.map(({ playerId, stats, balances, boards }) => [playerId, { stats, balances, boards }]),
        Array.from(replayed, ([playerId, { stats, balances, boards }]) => [playerId, { stats, balances, boards }]),
      ),
    ),
  ];
}

/**
 * I2 by a model that knows no order: sums, last and best results, balances.
 *
 * @param kept windows whose standings are kept, as `<board>/<window>`: players need not carry them
 */
export function checkModel(
  expected: ReadonlyMap<string, ExpectedPlayer>,
  players: readonly PlayerDocument[],
  kept: ReadonlySet<string>,
): string[] {
  return differences(
    'players differ from what their events bring',
    differing(
      players.map((player) => [player.playerId, withoutKept(plainPlayer(player), kept)]),
      Array.from(expected, ([playerId, player]) => [playerId, withoutKept(player, kept)]),
    ),
  );
}

function withoutKept(player: ExpectedPlayer, kept: ReadonlySet<string>): ExpectedPlayer {
  const boards = Object.entries(player.boards).flatMap(([board, windows]) => {
    const others = Object.entries(windows).filter(([window]) => !kept.has(`${board}/${window}`));
    return others.length > 0 ? [[board, Object.fromEntries(others)] as const] : [];
  });
  return { ...player, boards: Object.fromEntries(boards) };
}

/** I2 for currencies: the movements of a balance add up to it, and each stands in the ledger once. */
export function checkLedger(ledger: readonly LedgerEntry[], players: readonly PlayerDocument[]): string[] {
  const sums = new Map<string, number>();
  const ids = new Set<string>();
  for (const { playerId, id, currency, amount } of ledger) {
    const key = `${playerId} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
    ids.add(`${playerId} ${id}`);
  }
  const balances = players.flatMap(({ playerId, balances }) =>
    Object.entries(balances).map(([currency, balance]): [string, number] => [`${playerId} ${currency}`, balance]),
  );
  return [
    ...differences('balances are not the sum of their movements', differing(balances, [...sums])),
    ...(ids.size === ledger.length ? [] : [`${ledger.length - ids.size} movements stand in the ledger twice`]),
  ];
}

/** What was decided was published at least once, always the same under its id, and nothing else was. */
export function checkOutcomes(records: readonly EventRecord[], published: ReadonlyMap<string, Outcome[]>): string[] {
  const decided = new Map(
    records.map(({ workspace, playerId, eventId, effects }) => [`${workspace}|${playerId}|${eventId}`, effects]),
  );
  const workspaces = new Set(records.map(({ workspace }) => workspace));
  const own = [...published].filter(([, [first]]) => first && workspaces.has(first.workspace));
  return [
    ...differences(
      'outcomes were not published',
      [...decided.keys()].filter((id) => !published.has(id)),
    ),
    ...differences(
      'outcomes were published that are not what was decided',
      own.flatMap(([id, outcomes]) => {
        const effects = canonical(decided.get(id));
        return outcomes.every((outcome) => canonical(outcome.effects) === effects) ? [] : [id];
      }),
    ),
  ];
}

/** I3: where two lists of ranked rows differ. */
export function checkRows(name: string, rows: readonly BoardRow[], expected: readonly BoardRow[]): string[] {
  const wrong = expected.flatMap((row, index) => {
    const found = rows[index];
    return found && canonical(found) === canonical(row) ? [] : [`${canonical(row)} but ${canonical(found)}`];
  });
  const extra = rows.length === expected.length ? [] : [`${rows.length} rows instead of ${expected.length}`];
  return [...differences(`rows of ${name} are wrong`, wrong), ...extra.map((text) => `${name}: ${text}`)];
}

/** A player's numbers under the keys that the program gave them. */
function plainPlayer({ stats, balances, boards }: PlayerDocument): ExpectedPlayer {
  const key = (id: string): string => id.slice(0, id.lastIndexOf('@'));
  return {
    balances,
    stats: Object.fromEntries(Object.entries(stats).map(([id, { value }]) => [key(id), value])),
    boards: Object.fromEntries(
      Object.entries(boards).map(([id, windows]) => [
        key(id),
        Object.fromEntries(
          Object.entries(windows).map(([window, { score, columns, reachedAt }]) => [
            window,
            { score, columns, reachedAt },
          ]),
        ),
      ]),
    ),
  };
}

function differing(found: readonly (readonly [string, unknown])[], expected: readonly (readonly [string, unknown])[]) {
  const left = new Map(found.map(([id, value]) => [id, canonical(value)]));
  const right = new Map(expected.map(([id, value]) => [id, canonical(value)]));
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((id) => left.get(id) !== right.get(id))
    .map((id) => `${id} has ${left.get(id) ?? 'nothing'} instead of ${right.get(id) ?? 'nothing'}`);
}

/** JSON with sorted keys; maps as objects. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return sorted(Object.fromEntries(part as ReadonlyMap<string, unknown>));
    return part !== null && typeof part === 'object' && !Array.isArray(part) ? sorted(part) : part;
  });
}

const sorted = (object: object): object =>
  Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));
