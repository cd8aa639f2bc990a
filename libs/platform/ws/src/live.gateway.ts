import { Optional, UseFilters } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { ServerFrame } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type Credential, CredentialVerifier, RateLimiter, actorOf, authErrors } from '@laurel/platform-auth';
import type { IncomingFrame } from './frame-reader.js';
import { LiveExceptionFilter } from './live-exception.filter.js';
import { LiveSession } from './live-session.js';
import type { LiveSocket } from './live-socket.js';
import { LiveTopics } from './live-topics.js';
import { LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';

/** What a handler has to say: a frame, nothing (the topic answers by itself), or an error. */
export type Answer = Result<ServerFrame | undefined, DomainError>;

/** `WS /v1/live`: says who is there, and hands subscriptions to their topics. */
@WebSocketGateway({ path: '/v1/live' })
@UseFilters(LiveExceptionFilter)
export class LiveGateway implements OnGatewayConnection<LiveSocket> {
  private readonly sessions = new WeakMap<LiveSocket, LiveSession>();

  constructor(
    private readonly verifier: CredentialVerifier,
    private readonly topics: LiveTopics,
    private readonly settings: LiveSettings,
    @Optional() private readonly limiter?: RateLimiter,
  ) {}

  handleConnection(socket: LiveSocket): void {
    const deadline = setTimeout(() => {
      if (!this.sessions.has(socket)) socket.end(liveErrors.notAuthenticated('No `auth` frame came in time.'));
    }, this.settings.limits.authTimeoutMs);
    socket.onClose(() => clearTimeout(deadline));
  }

  @SubscribeMessage('auth')
  async authenticate(@ConnectedSocket() socket: LiveSocket, @MessageBody() { token }: IncomingFrame): Promise<Answer> {
    if (typeof token !== 'string') return err(liveErrors.badFrame('An `auth` frame has a `token`, a text.'));
    const verified = await this.verifier.verify(token);
    if (!verified.ok) return verified;
    const charged = await this.charge(verified.value);
    if (!charged.ok) return charged;
    // Closed while the key was looked up: its close has been told already, and nothing would ever end what begins here.
    if (!socket.isOpen) return ok(undefined);
    const session = this.sessions.get(socket);
    if (session && !isSameIdentity(session.credential, verified.value)) {
      return err(liveErrors.otherIdentity('Open another connection for another key, workspace, player or scope.'));
    }
    if (session) session.token = token;
    else this.begin(socket, new LiveSession(socket, token, verified.value));
    return ok({ type: 'ready' });
  }

  @SubscribeMessage('subscribe')
  async subscribe(@ConnectedSocket() socket: LiveSocket, @MessageBody() frame: IncomingFrame): Promise<Answer> {
    const session = this.sessions.get(socket);
    if (!session) return err(liveErrors.notAuthenticated('Send an `auth` frame with a key or player token first.'));
    const charged = await this.charge(session.credential);
    if (!charged.ok) return charged;
    const found = this.topics.find(frame['topic']);
    if (!found.ok) return found;
    const { topic, key } = found.value;
    const { credential } = session;
    const { workspace, permissions } = credential;
    if (!permissions.includes(topic.permission)) {
      return err(authErrors.forbidden(`The credential lacks the permission ${topic.permission}.`));
    }
    const authorized = topic.authorize?.(credential, key) ?? ok(undefined);
    if (!authorized.ok) return authorized;
    const most = this.settings.limits.subscriptions;
    if (session.watched >= most) return err(liveErrors.tooManySubscriptions(`One connection watches at most ${most}.`));
    const subscribed = await topic.subscribe({ workspace, credential, key, frame, outlet: session });
    if (!subscribed.ok) return subscribed;
    session.add(subscribed.value);
    return ok(undefined);
  }

  @SubscribeMessage('unsubscribe')
  unsubscribe(@ConnectedSocket() socket: LiveSocket, @MessageBody() { id, subscription }: IncomingFrame): Answer {
    const session = this.sessions.get(socket);
    if (!session) return err(liveErrors.notAuthenticated('Send an `auth` frame with a key or player token first.'));
    if (typeof subscription !== 'string' || !session.remove(subscription)) {
      return err(liveErrors.unknownSubscription('This connection has no such subscription.'));
    }
    return ok({ type: 'unsubscribed', ...(id === undefined ? {} : { id }), subscription });
  }

  /** A frame that is work costs what a request costs. */
  private charge(credential: Credential): Result<void, DomainError> | Promise<Result<void, DomainError>> {
    return this.limiter?.of(credential).charge(1) ?? ok(undefined);
  }

  private begin(socket: LiveSocket, session: LiveSession): void {
    this.sessions.set(socket, session);
    socket.trust();
    const recheck = setInterval(() => void this.recheck(socket, session), this.settings.limits.recheckMs);
    socket.onClose(() => {
      clearInterval(recheck);
      session.close();
    });
  }

  /** A connection does not outlive its credential. A key store that can't be asked is no reason to hang up. */
  private async recheck(socket: LiveSocket, session: LiveSession): Promise<void> {
    const verified = await this.verifier.verify(session.token);
    if (verified.ok) {
      // The settings of who signed it may have changed: a new connection begins with what it may do now.
      if (!isSameIdentity(session.credential, verified.value)) socket.end(CHANGED);
    } else if (verified.error.kind === 'unauthenticated') socket.end(verified.error);
  }
}

const CHANGED = authErrors.invalidCredential('The credential stands for another caller or scope by now.');

/** A newer token goes on where the older one stood only for the same caller, who may do the same. */
const isSameIdentity = (left: Credential, right: Credential): boolean =>
  left.workspace === right.workspace && callerOf(left) === callerOf(right);

const callerOf = (credential: Credential): string =>
  credential.kind === 'player_token'
    ? JSON.stringify(['player', credential.playerId, credential.permissions, credential.boards ?? 'all'])
    : JSON.stringify(actorOf(credential));
