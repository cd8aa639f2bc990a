import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, authErrors } from '@laurel/platform-auth';
import {
  type LiveRequest,
  type LiveSubscription,
  type LiveTopic,
  LiveTopics,
  liveErrors,
  readPosition,
} from '@laurel/platform-ws';
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

  async subscribe({ workspace, key, frame, outlet }: LiveRequest): Promise<Result<LiveSubscription, DomainError>> {
    if (key !== '') return err(liveErrors.unknownTopic('There is one `feed`; `filter` says what it shows.'));
    const request = readFeedRequest(frame);
    if (!request.ok) return request;
    const after = readPosition(frame);
    if (!after.ok) return after;
    return ok(this.views.watch(workspace, request.value, outlet, { answerTo: frame.id, after: after.value }));
  }
}
