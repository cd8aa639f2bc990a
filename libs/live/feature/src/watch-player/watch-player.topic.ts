import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, authErrors } from '@laurel/platform-auth';
import { type LiveRequest, type LiveSubscription, type LiveTopic, LiveTopics, liveErrors } from '@laurel/platform-ws';
import type { RankSight } from './player-states.js';
import { PlayerViews } from './player-views.js';

const LONGEST_PLAYER_ID = 128;

/** `player:{id}` of the live feed: what a player has, and its changes as they happen. */
@Injectable()
export class WatchPlayerTopic implements LiveTopic, OnModuleInit {
  readonly name = 'player';
  readonly permission = 'players:read';

  constructor(
    private readonly topics: LiveTopics,
    private readonly views: PlayerViews,
  ) {}

  onModuleInit(): void {
    this.topics.register(this);
  }

  authorize(credential: Credential, playerId: string): Result<void, DomainError> {
    const isOwn = credential.kind !== 'player_token' || credential.playerId === playerId;
    return isOwn ? ok(undefined) : err(authErrors.forbidden('A player token watches its own player only.'));
  }

  async subscribe(request: LiveRequest): Promise<Result<LiveSubscription, DomainError>> {
    const { workspace, key: playerId, outlet, credential, joining } = request;
    if (playerId === '' || playerId.length > LONGEST_PLAYER_ID) {
      return err(liveErrors.unknownTopic(`\`player:\` is followed by 1 to ${LONGEST_PLAYER_ID} characters.`));
    }
    return this.views.watch({ workspace, playerId, ranks: rankSightOf(credential) }, outlet, joining);
  }
}

/** As reading them one by one would show: no boards for servers to the public, and none that a token was not minted for. */
function rankSightOf(credential: Credential): RankSight {
  if (!credential.permissions.includes('boards:read')) return { kind: 'none' };
  if (credential.kind === 'publishable_key') return { kind: 'public' };
  if (credential.kind !== 'player_token') return { kind: 'all' };
  return credential.boards ? { kind: 'public', boards: [...credential.boards].sort() } : { kind: 'public' };
}
