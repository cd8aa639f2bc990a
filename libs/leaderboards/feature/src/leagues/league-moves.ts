import {
  type BoardWindowDocument,
  type FrozenRow,
  type MoveLeagueCommand,
  type Topics,
  leagueMoveId,
  playerKey,
} from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import {
  type BoardDefinition,
  type LeagueDefinition,
  type LeagueMove,
  boardId,
  idleMove,
  movesOf,
  seatOfPart,
  tierIndex,
} from '@laurel/leaderboards-domain';
import { type KafkaProducer, OutageError } from '@laurel/platform-kafka';
import { WindowFollowers } from '../close-windows/window-followers.js';
import type { FrozenWindows } from '../frozen/frozen-windows.js';
import type { LeagueRound, LeagueStore } from './league-store.js';

/** Groups whose rows are read at once. */
const GROUPS_AT_A_TIME = 32;
/** Seats of a window stay for so long after its moves were ordered. */
const SEATS_STAY_MS = 3_600_000;
/** Orders in one message set at most. */
const ORDERS_AT_A_TIME = 1_000;

/** The boards of a release, which never change. */
export interface BoardsOfReleases {
  get(workspace: string, release: number): Promise<{ readonly boards: readonly BoardDefinition[] } | undefined>;
}

/**
 * Moves players between the tiers of a league when a window of it has ended: one order for each who moves, to the player's own
 * partition, under an id that is of the window. So an order that is given again, after a crash, is carried out once.
 */
export class LeagueMoves extends WindowFollowers {
  constructor(
    private readonly boards: BoardsOfReleases,
    private readonly frozen: FrozenWindows,
    private readonly store: LeagueStore,
    private readonly producer: Pick<KafkaProducer, 'send'>,
    private readonly topics: Pick<Topics, 'events'>,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws OutageError when the event log can't take the orders: they are given again */
  override async afterFrozen(window: BoardWindowDocument): Promise<void> {
    const released = await this.boards.get(window.workspace, window.release);
    const league = released?.boards.find((board) => boardId(board) === window.board)?.league;
    if (league?.window !== window.name) return;
    const now = this.clock.now();
    if (!(await this.store.isMoved(window))) {
      const round = await this.order(window, league);
      await this.store.finish(window, round, now);
    }
    // Who has no seat is idle, so seats stay for as long as another instance may be at these moves as well.
    await this.store.dropSeats(window, now - SEATS_STAY_MS);
  }

  private async order(window: BoardWindowDocument, league: LeagueDefinition): Promise<LeagueRound> {
    const orders = new Orders((moves) => this.send(window, moves));
    const groups = Object.entries(window.parts ?? {}).flatMap(([part, size]) => {
      const seat = seatOfPart(part);
      return seat ? [{ part, size, tier: seat.tier }] : [];
    });
    let [promoted, relegated, idle] = [0, 0, 0];
    for (let start = 0; start < groups.length; start += GROUPS_AT_A_TIME) {
      const some = groups.slice(start, start + GROUPS_AT_A_TIME);
      const rows = await Promise.all(some.map(({ part, size }) => this.frozen.rows(window, part, 0, size)));
      const moves = some.flatMap(({ tier }, index) => movesOfGroup(league, tier, rows[index] ?? NO_ROWS));
      for (const move of moves) {
        if (isUp(league, move)) promoted += 1;
        else relegated += 1;
        await orders.add(move);
      }
    }
    for await (const move of this.idleMoves(window, league)) {
      idle += 1;
      await orders.add(move);
    }
    await orders.flush();
    return { groups: groups.length, promoted, relegated, idle };
  }

  /** The lower tiers first: who comes down is not met again. */
  private async *idleMoves(window: BoardWindowDocument, league: LeagueDefinition): AsyncIterable<LeagueMove> {
    if (league.idle === undefined || league.idle === 'stay') return;
    for (const { key } of league.tiers.slice(1)) {
      for await (const players of this.store.idlePlayers(window, key)) {
        for (const playerId of players) {
          const move = idleMove(league, playerId, key);
          if (move) yield move;
        }
      }
    }
  }

  private async send(window: BoardWindowDocument, moves: readonly LeagueMove[]): Promise<void> {
    const sent = await this.producer.send(
      this.topics.events,
      moves.map((move) => ({
        key: playerKey(window.workspace, move.playerId),
        value: JSON.stringify(commandFor(window, move)),
      })),
    );
    if (!sent.ok) throw new OutageError(`${this.topics.events} is not acknowledged: ${sent.error.detail}`);
  }
}

const NO_ROWS: readonly FrozenRow[] = [];

/** Nobody stands in the place of a player who was erased, and nobody moves up or stays for it. */
function movesOfGroup(league: LeagueDefinition, tier: string, rows: readonly FrozenRow[]): LeagueMove[] {
  const erased = new Set(rows.flatMap((row) => (row.erased ? row.playerId : [])));
  return movesOf(league, tier, rows).filter(({ playerId }) => !erased.has(playerId));
}

const isUp = (league: LeagueDefinition, { from, to }: LeagueMove): boolean =>
  to !== null && tierIndex(league, to) > tierIndex(league, from);

/** Who ordered it, as the record says: nobody did. */
const LAUREL = 'laurel';

const commandFor = (
  { workspace, board, window, frozenAt, closesAt }: BoardWindowDocument,
  move: LeagueMove,
): MoveLeagueCommand => ({
  ...{ v: 1, kind: 'command', command: 'move_league', workspace, playerId: move.playerId },
  commandId: leagueMoveId(board, window),
  by: LAUREL,
  receivedAt: frozenAt ?? closesAt,
  ...{ board, window, from: move.from, to: move.to },
});

/** Moves on their way to the event log. */
class Orders {
  private waiting: LeagueMove[] = [];

  constructor(private readonly send: (moves: readonly LeagueMove[]) => Promise<void>) {}

  async add(move: LeagueMove): Promise<void> {
    this.waiting.push(move);
    if (this.waiting.length >= ORDERS_AT_A_TIME) await this.flush();
  }

  async flush(): Promise<void> {
    const moves = this.waiting;
    this.waiting = [];
    if (moves.length > 0) await this.send(moves);
  }
}
