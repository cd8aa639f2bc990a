import {
  LEAGUE_GROUPS_COLLECTION,
  LEAGUE_SEATS_COLLECTION,
  type LeagueGroupDocument,
  type LeagueSeatDocument,
  leagueGroupId,
  leagueSeatId,
} from '@laurel/contracts';
import { seatPart } from '@laurel/leaderboards-domain';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession, Db } from 'mongodb';
import type { SeatClaim } from './claim.js';

/** Claims on seats of one group's kind that are taken together. */
interface Round {
  readonly claims: SeatClaim[];
  readonly seats: Promise<ReadonlyMap<string, string>>;
}

/**
 * Seats in the groups of leagues, in MongoDB: shared by all partitions. When a window begins all of them want seats of one group, so
 * what an instance wants meanwhile is taken in one transaction behind the one that runs: only instances get in each other's way.
 */
@Injectable()
export class SeatStore {
  /** Rounds that have not begun, by the id of the group; they can be joined. */
  private readonly waiting = new Map<string, Round>();
  /** The last round of each group. */
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  /**
   * Seats each of these players who has no seat yet, in their order: a group is filled before the next one begins. Who has one
   * keeps it, so asking again changes nothing. All of it or nothing: the group's document lets no two instances give one seat.
   *
   * @param claims of one window, tier and band of one board, each player once
   * @returns the part of the board that each player is in, by player; of others of the same round too
   */
  async take(claims: readonly [SeatClaim, ...SeatClaim[]]): Promise<ReadonlyMap<string, string>> {
    const [{ workspace, seat }] = claims;
    const id = leagueGroupId(workspace, seat.board, seat.window, seat.tier, seat.band);
    const joined = this.waiting.get(id);
    if (joined) {
      joined.claims.push(...claims);
      return joined.seats;
    }
    const round = this.roundOf(id, [...claims]);
    this.waiting.set(id, round);
    this.last.set(id, round.seats);
    try {
      return await round.seats;
    } finally {
      if (this.last.get(id) === round.seats) this.last.delete(id);
    }
  }

  /** Begins when the one before it has ended, well or not. */
  private roundOf(id: string, claims: SeatClaim[]): Round {
    const before = this.last.get(id) ?? Promise.resolve();
    const seats = before
      .catch(() => undefined)
      .then(() => {
        this.waiting.delete(id);
        return this.takeNow(id, claims);
      });
    return { claims, seats };
  }

  private async takeNow(_id: string, claims: readonly SeatClaim[]): Promise<ReadonlyMap<string, string>> {
    const [first] = claims;
    if (!first) return new Map();
    const { workspace } = first;
    const { board, window } = first.seat;
    const group: LeagueGroupDocument = { _id, workspace, board, window, group: 1, filled: 0 };
    await this.groups.updateOne({ _id }, { $setOnInsert: group }, { upsert: true });
    return this.db.client.withSession((session) =>
      session.withTransaction(() => this.takeIn(session, group, claims), {
        writeConcern: { w: 'majority', journal: true },
        readConcern: { level: 'snapshot' },
      }),
    );
  }

  private async takeIn(
    session: ClientSession,
    first: LeagueGroupDocument,
    claims: readonly SeatClaim[],
  ): Promise<ReadonlyMap<string, string>> {
    const { _id } = first;
    const taken = await this.seatsOf(session, claims);
    // A partition that began again may ask a second time before it is answered.
    const wanted = new Map(claims.map((claim) => [claim.playerId, claim]));
    const missing = [...wanted.values()].filter(({ playerId }) => !taken.has(playerId));
    if (missing.length === 0) return taken;
    let { group, filled } = (await this.groups.findOne({ _id }, { session })) ?? first;
    const documents = missing.map(({ workspace, playerId, eventId, seat }): LeagueSeatDocument => {
      // Its size may be another one since a release: then a group is full that is not, or holds more than it would now.
      if (filled >= seat.groupSize) [group, filled] = [group + 1, 0];
      filled += 1;
      const { board, window } = seat;
      const part = seatPart({ tier: seat.tier, ...(seat.band === undefined ? {} : { band: seat.band }), group });
      taken.set(playerId, part);
      return {
        _id: leagueSeatId(workspace, board, window, playerId),
        ...{ workspace, board, window, playerId, eventId, seat: part },
      };
    });
    // Two transactions that write the group at once can't both commit.
    await this.groups.updateOne({ _id }, { $set: { group, filled } }, { session });
    await this.seats.insertMany(documents, { session });
    return taken;
  }

  private async seatsOf(session: ClientSession, claims: readonly SeatClaim[]): Promise<Map<string, string>> {
    const ids = claims.map(({ workspace, playerId, seat }) =>
      leagueSeatId(workspace, seat.board, seat.window, playerId),
    );
    const found = await this.seats.find({ _id: { $in: ids } }, { session }).toArray();
    return new Map(found.map(({ playerId, seat }) => [playerId, seat]));
  }

  private get seats() {
    return this.db.collection<LeagueSeatDocument>(LEAGUE_SEATS_COLLECTION);
  }

  private get groups() {
    return this.db.collection<LeagueGroupDocument>(LEAGUE_GROUPS_COLLECTION);
  }
}
