import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { httpErrors } from '@laurel/platform-http';
import { Injectable } from '@nestjs/common';
import { describePlayer } from '../get-player/describe-player.js';
import { PlayerStore } from '../get-player/player-store.js';
import { decodeListCursor, encodeListCursor } from './list-cursor.js';
import type { PlayerListDto } from './list-players.dto.js';
import { type PlayerFilter, PlayerListing } from './player-listing.js';

export interface ListPlayers extends PlayerFilter {
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The players of a workspace. */
@Injectable()
export class ListPlayersHandler {
  constructor(
    private readonly listing: PlayerListing,
    private readonly players: PlayerStore,
  ) {}

  /** Error: `http.invalid_input` for a cursor of another list. */
  async execute({ limit, cursor, ...filter }: ListPlayers): Promise<Result<PlayerListDto, DomainError>> {
    const behind = cursor === undefined ? undefined : decodeListCursor(filter, cursor);
    if (cursor !== undefined && !behind) return err(FOREIGN_CURSOR);
    // One more than asked for tells whether the list goes on.
    const [found, definitions] = await Promise.all([
      this.listing.list(filter, behind, limit + 1),
      this.players.statsOf(filter.workspace),
    ]);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return ok({
      entries: shown.map(({ player }) => describePlayer(player, definitions)),
      next: last && found.length > limit ? encodeListCursor(filter, last.place) : null,
    });
  }
}

/** What a cursor of another list is answered with. */
export const FOREIGN_CURSOR = httpErrors.invalidInput(
  'Use a cursor as given, with the filters of the list that gave it.',
  {
    errors: [{ path: '/cursor', rule: 'cursor', message: 'must be a `next` of a list with the same filters' }],
  },
);
