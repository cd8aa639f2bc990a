import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { Credential, Permission } from '@laurel/platform-auth';
import type { IncomingFrame } from './frame-reader.js';
import { liveErrors } from './live.errors.js';
import type { Joining } from './watched-run.js';

/** A connection as a topic sees it. */
export interface LiveOutlet {
  /** Sends an answer. */
  send(frame: Buffer): void;
  /** Sends a change unless the client reads too slowly: then false, and the topic owes it a snapshot once it `isDrained`. */
  offer(frame: Buffer): boolean;
  isDrained(): boolean;
  /** Tells the client that a subscription is over, and why. */
  endSubscription(subscription: string, error: DomainError): void;
}

/** Something being sent to one connection until closed. */
export interface LiveSubscription {
  /** Names what is watched: watching the same again has the same id. */
  readonly id: string;
  close(): void;
}

export interface LiveRequest {
  readonly workspace: string;
  /** Who asks. */
  readonly credential: Credential;
  /** What comes after the colon of the topic. */
  readonly key: string;
  /** The subscribe frame; what else it holds is for the topic to check. */
  readonly frame: IncomingFrame;
  readonly outlet: LiveOutlet;
  /** What the frame says of how it begins. */
  readonly joining: Joining;
}

/** One kind of thing that can be watched; slices register theirs. */
export interface LiveTopic {
  /** What comes before the colon: `leaderboard` of `leaderboard:premier-league`. */
  readonly name: string;
  readonly permission: Permission;
  /** Whether a credential with the permission may watch this one. Without it: all. */
  readonly authorize?: (credential: Credential, key: string) => Result<void, DomainError>;
  /** Sends the first snapshot through the outlet and keeps sending until closed. */
  subscribe(request: LiveRequest): Promise<Result<LiveSubscription, DomainError>>;
}

/** The topics of this process. */
@Injectable()
export class LiveTopics {
  private readonly topics = new Map<string, LiveTopic>();

  register(topic: LiveTopic): void {
    this.topics.set(topic.name, topic);
  }

  /** `live.bad_frame` for what is not a topic at all, `live.unknown_topic` for one that nobody serves. */
  find(topic: unknown): Result<{ readonly topic: LiveTopic; readonly key: string }, DomainError> {
    if (typeof topic !== 'string')
      return err(liveErrors.badFrame('`topic` is a text, like `leaderboard:premier-league`.'));
    const [name = '', ...rest] = topic.split(':');
    const found = this.topics.get(name);
    if (found) return ok({ topic: found, key: rest.join(':') });
    const names = [...this.topics.keys()].map((known) => `\`${known}:…\``).join(', ');
    return err(liveErrors.unknownTopic(`The topics are ${names}.`));
  }
}
