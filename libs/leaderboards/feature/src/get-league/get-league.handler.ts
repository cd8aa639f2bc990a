import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type LeagueDefinition, isSeatPart, seatOfPart, tierKey, zoneOf, zonesOf } from '@laurel/leaderboards-domain';
import type { BoardTarget } from '../board-directory/board-target.js';
import { boardReadErrors } from '../errors.js';
import { describeReading, describeWindow } from '../reading/board-answer.js';
import { type BoardAnswer, BoardAnswers, type BoardRead } from '../reading/board-answers.js';
import { toStandingRow } from '../reading/standing-row.js';
import type { LeagueDto, LeagueRowDto, ZonesDto } from './get-league.dto.js';
import { type LeaguePlayer, LeaguePlayers } from './league-players.js';

export interface GetLeague extends Omit<BoardRead, 'segment'> {
  readonly playerId: string;
  /** Rows with the player's own, 1 to 100. */
  readonly limit: number;
}

/** A player's group in a window of a league. Who has no seat is no error: everyone starts there. */
@Injectable()
export class GetLeagueHandler {
  constructor(
    private readonly answers: BoardAnswers,
    private readonly players: LeaguePlayers,
  ) {}

  async execute({ playerId, limit, ...read }: GetLeague): Promise<Result<LeagueDto, DomainError>> {
    const found = await this.find(read);
    if (!found.ok) return found;
    const { target, league } = found.value;
    const player = await this.players.find(target, playerId);
    const tier = tierKey(league, player.tier);
    const part = await this.partOf(target, player, playerId);
    const seat = part === undefined ? undefined : seatOfPart(part);
    if (part === undefined || !seat) return ok(unseated(target, tier));
    const answer = await this.answers.read({ ...target, part }, { kind: 'around', playerId, limit });
    const { zones, entries } = describeGroup(answer, league, seat.tier);
    const entry = entries.find((row) => row.playerId === playerId) ?? null;
    return ok({ ...describeReading(answer.target, answer.reading), tier, seat, zones, entry, entries });
  }

  /** Without a window, the one of the league that now runs. */
  private async find(
    read: BoardRead,
  ): Promise<Result<{ readonly target: BoardTarget; readonly league: LeagueDefinition }, DomainError>> {
    const first = await this.answers.find(read);
    if (!first.ok) return first;
    const { league } = first.value.board;
    if (!league) return err(NO_LEAGUE);
    const isOther = first.value.window.name !== league.window;
    const target =
      isOther && read.window === undefined ? await this.answers.find({ ...read, window: league.window }) : first;
    if (!target.ok) return target;
    return target.value.window.name === league.window
      ? ok({ target: target.value, league })
      : err(boardReadErrors.windowNotFound(`The league of this leaderboard is of its windows "${league.window}".`));
  }

  /** Players keep no entries of windows that are kept for good. */
  private async partOf(target: BoardTarget, { seat }: LeaguePlayer, playerId: string): Promise<string | undefined> {
    if (!target.frozen) return seat;
    const { reading } = await this.answers.read(target, { kind: 'standing', playerId });
    if (reading.kind === 'warming') return seat;
    return reading.parts?.find(({ part }) => isSeatPart(part))?.part;
  }
}

const NO_LEAGUE = boardReadErrors.noLeague('Add a `league` to the leaderboard and publish.');

const unseated = (target: BoardTarget, tier: string): LeagueDto => ({
  ...{ board: target.board.key, window: describeWindow(target), asOf: null, total: 0 },
  ...{ tier, seat: null, zones: null, entry: null, entries: [] },
});

function describeGroup(
  { target: { board }, reading }: BoardAnswer,
  league: LeagueDefinition,
  tier: string,
): { readonly zones: ZonesDto | null; readonly entries: readonly LeagueRowDto[] } {
  if (reading.kind === 'warming') {
    return { zones: null, entries: reading.rows.map((row) => ({ ...toStandingRow(board, row), zone: null })) };
  }
  const { rows, offset, total } = reading;
  const zones = zonesOf(league, tier, total);
  const entries = rows.map((row, index) => ({
    ...toStandingRow(board, row),
    zone: zoneOf(zones, offset + index, total),
  }));
  return { zones, entries };
}
