import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, authErrors } from '@laurel/platform-auth';
import { type LiveRequest, type LiveSubscription, type LiveTopic, LiveTopics, liveErrors } from '@laurel/platform-ws';
import { readFeedRequest } from './feed-request.js';
import { FeedViews } from './feed-views.js';

/** `feed` of the live feed: what becomes of events, as it is decided. */
@Injectable()
export class WatchFeedTopic implements LiveTopic, OnModuleInit {
  readonly name = 'feed';
  readonly permission = 'events:read';

  constructor(
    private readonly topics: LiveTopics,
    private readonly views: FeedViews,
  ) {}

  onModuleInit(): void {
    this.topics.register(this);
  }

  /** Everyone's events are nothing for what may be in anyone's hands, whatever it was given. */
  authorize({ kind }: Credential): Result<void, DomainError> {
    const isPublic = kind === 'player_token' || kind === 'publishable_key';
    return isPublic ? err(authErrors.forbidden('The feed is for servers and operators.')) : ok(undefined);
  }

  async subscribe(request: LiveRequest): Promise<Result<LiveSubscription, DomainError>> {
    const { workspace, key, frame, outlet, joining } = request;
    if (key !== '') return err(liveErrors.unknownTopic('There is one `feed`; `filter` says what it shows.'));
    const asked = readFeedRequest(frame);
    return asked.ok ? ok(this.views.watch(workspace, asked.value, outlet, joining)) : asked;
  }
}
