import type { PlayerRank, PlayerState } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { GetPlayerBoardsHandler } from '@laurel/leaderboards-feature';
import { type PlayerQuestion, PlayerStates, type RankSight } from '@laurel/live-feature';
import { GetPlayerHandler, PlayersQueryModule } from '@laurel/players-feature';
import { type DynamicModule, Injectable, Module } from '@nestjs/common';

/** What is watched of a player is what reading the player, and its places on leaderboards, answers. */
@Injectable()
export class ReadPlayerStates extends PlayerStates {
  constructor(
    private readonly players: GetPlayerHandler,
    private readonly boards: GetPlayerBoardsHandler,
  ) {
    super();
  }

  override async read({ workspace, playerId, ranks }: PlayerQuestion): Promise<Result<PlayerState, DomainError>> {
    const [player, places] = await Promise.all([
      this.players.execute(workspace, playerId),
      this.ranksOf(workspace, playerId, ranks),
    ]);
    if (!player.ok) return player;
    const { status, stats, balances, attributes, titles, items } = player.value;
    return ok({ status, stats, balances, attributes, titles, items, ranks: places });
  }

  private async ranksOf(workspace: string, playerId: string, sight: RankSight): Promise<readonly PlayerRank[]> {
    if (sight.kind === 'none') return [];
    const read = await this.boards.execute({ workspace, playerId, isPublic: sight.kind === 'public' });
    // Who has been erased meanwhile is found so by the other read.
    if (!read.ok) return [];
    return read.value.leaderboards
      .filter(({ board }) => sight.boards?.includes(board) ?? true)
      .map(({ board, window, total, entry }) => ({
        leaderboard: board,
        window: window.key,
        rank: entry?.rank ?? null,
        score: entry?.score ?? 0,
        total,
      }));
  }
}

@Module({})
export class PlayerStatesModule {
  /** Works with the modules of the two slices that are served besides. */
  static forRoot(leaderboards: DynamicModule): DynamicModule {
    return {
      module: PlayerStatesModule,
      imports: [leaderboards, PlayersQueryModule],
      providers: [ReadPlayerStates],
      exports: [ReadPlayerStates],
    };
  }
}
