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
import { type Proof, Tickets } from '@laurel/platform-auth';
import type { IncomingFrame } from './frame-reader.js';
import { LiveExceptionFilter } from './live-exception.filter.js';
import type { LiveSession } from './live-session.js';
import { LiveSessions } from './live-sessions.js';
import type { LiveSocket } from './live-socket.js';
import { LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';

/** What a handler has to say: a frame, nothing (the topic answers by itself), or an error. */
export type Answer = Result<ServerFrame | undefined, DomainError>;

/** `WS /v1/live`: says who is there, and hands subscriptions to their topics. */
@WebSocketGateway({ path: '/v1/live' })
@UseFilters(LiveExceptionFilter)
export class LiveGateway implements OnGatewayConnection<LiveSocket> {
  private readonly known = new WeakMap<LiveSocket, LiveSession>();

  constructor(
    private readonly sessions: LiveSessions,
    private readonly settings: LiveSettings,
    @Optional() private readonly tickets?: Tickets,
  ) {}

  handleConnection(socket: LiveSocket): void {
    const deadline = setTimeout(() => {
      if (!this.known.has(socket)) socket.end(liveErrors.notAuthenticated('No `auth` frame came in time.'));
    }, this.settings.limits.authTimeoutMs);
    socket.onClose(() => clearTimeout(deadline));
  }

  @SubscribeMessage('auth')
  async authenticate(@ConnectedSocket() socket: LiveSocket, @MessageBody() frame: IncomingFrame): Promise<Answer> {
    const proof = await this.proofIn(frame);
    if (!proof.ok) return proof;
    const verified = await this.sessions.verify(proof.value);
    if (!verified.ok) return verified;
    // Closed while the key was looked up: its close has been told already, and nothing would ever end what begins here.
    if (!socket.isOpen) return ok(undefined);
    const session = this.known.get(socket);
    const done = session
      ? this.sessions.renew(session, proof.value, verified.value)
      : this.begin(socket, await this.sessions.begin(socket, proof.value, verified.value));
    return done.ok ? ok({ type: 'ready' }) : done;
  }

  @SubscribeMessage('subscribe')
  async subscribe(@ConnectedSocket() socket: LiveSocket, @MessageBody() frame: IncomingFrame): Promise<Answer> {
    const session = this.known.get(socket);
    if (!session) return err(NOT_AUTHENTICATED);
    const charged = await this.sessions.charge(session.credential);
    if (!charged.ok) return charged;
    const subscribed = await this.sessions.subscribe(session, frame);
    return subscribed.ok ? ok(undefined) : subscribed;
  }

  @SubscribeMessage('unsubscribe')
  unsubscribe(@ConnectedSocket() socket: LiveSocket, @MessageBody() { id, subscription }: IncomingFrame): Answer {
    const session = this.known.get(socket);
    if (!session) return err(NOT_AUTHENTICATED);
    if (typeof subscription !== 'string' || !session.remove(subscription)) {
      return err(liveErrors.unknownSubscription('This connection has no such subscription.'));
    }
    return ok({ type: 'unsubscribed', ...(id === undefined ? {} : { id }), subscription });
  }

  private async proofIn({ token, ticket }: IncomingFrame): Promise<Result<Proof, DomainError>> {
    if (typeof token === 'string') return ok({ kind: 'bearer', token });
    if (typeof ticket === 'string' && this.tickets) return this.tickets.redeem(ticket);
    return err(liveErrors.badFrame('An `auth` frame has a `token` or a `ticket`, a text.'));
  }

  private begin(socket: LiveSocket, begun: Result<LiveSession, DomainError>): Result<void, DomainError> {
    if (!begun.ok) return begun;
    this.known.set(socket, begun.value);
    socket.trust();
    return ok(undefined);
  }
}

const NOT_AUTHENTICATED = liveErrors.notAuthenticated('Send an `auth` frame with a key, player token or ticket first.');
