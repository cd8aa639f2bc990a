import { Inject, Injectable, Optional } from '@nestjs/common';
import { type DomainError, type Log, type Result, err, ok } from '@laurel/kernel';
import { type Credential, type Proof, Proofs, RateLimiter, actorOf, authErrors } from '@laurel/platform-auth';
import { LOG } from '@laurel/platform-observability';
import type { IncomingFrame } from './frame-reader.js';
import type { LiveConnection } from './live-connection.js';
import { LiveSession } from './live-session.js';
import { LiveTopics } from './live-topics.js';
import { LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';
import { PlayerConnections } from './player-connections.js';
import { readJoining } from './read-joining.js';

/** Who is connected, and what they may watch: the same for sockets and streams. */
@Injectable()
export class LiveSessions {
  constructor(
    private readonly proofs: Proofs,
    private readonly topics: LiveTopics,
    private readonly settings: LiveSettings,
    private readonly players: PlayerConnections,
    @Inject(LOG) private readonly log: Log,
    @Optional() private readonly limiter?: RateLimiter,
  ) {}

  /** Who shows this. It costs what a request costs. */
  async verify(proof: Proof): Promise<Result<Credential, DomainError>> {
    const verified = await this.proofs.verify(proof);
    if (!verified.ok) return verified;
    const charged = await this.charge(verified.value);
    return charged.ok ? verified : charged;
  }

  /** From now on the connection is this caller's, until either ends. Error: `live.too_many_connections`. */
  async begin(
    connection: LiveConnection,
    proof: Proof,
    credential: Credential,
  ): Promise<Result<LiveSession, DomainError>> {
    const session = new LiveSession(connection, proof, credential);
    // First of all: it may close while the player is counted, and tells that once.
    connection.onClose(() => session.close());
    const counted = await this.players.enter(connection, credential);
    if (!counted.ok) return counted;
    session.everyNowAndThen(() => this.recheck(connection, session), this.settings.limits.recheckMs);
    return ok(session);
  }

  /** Goes on with what is newer, of the same caller. Error: `live.other_identity`. */
  renew(session: LiveSession, proof: Proof, credential: Credential): Result<void, DomainError> {
    if (!isSameIdentity(session.credential, credential)) {
      return err(liveErrors.otherIdentity('Open another connection for another key, workspace, player or scope.'));
    }
    session.proof = proof;
    return ok(undefined);
  }

  /** Does what a subscribe frame asks. Not charged here. */
  async subscribe(session: LiveSession, frame: IncomingFrame): Promise<Result<void, DomainError>> {
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
    const joining = readJoining(frame);
    if (!joining.ok) return joining;
    const request = { workspace, credential, key, frame, outlet: session, joining: joining.value };
    const subscribed = await topic.subscribe(request);
    if (!subscribed.ok) return subscribed;
    session.add(subscribed.value);
    return ok(undefined);
  }

  /** A frame that is work costs what a request costs. */
  charge(credential: Credential): Result<void, DomainError> | Promise<Result<void, DomainError>> {
    return this.limiter?.of(credential).charge(1) ?? ok(undefined);
  }

  /** A connection does not outlive its credential. A key store that can't be asked is no reason to hang up. */
  private async recheck(connection: LiveConnection, session: LiveSession): Promise<void> {
    const { proof } = session;
    const verified = await this.proofs.verify(proof).catch((error: unknown) => {
      this.log.error({ err: error }, 'live.recheck_failed');
      return undefined;
    });
    if (!verified) return;
    // Renewed meanwhile: what it was is of no account any more.
    if (session.proof !== proof) return;
    if (verified.ok) {
      // The settings of who signed it may have changed: a new connection begins with what it may do now.
      if (!isSameIdentity(session.credential, verified.value)) connection.end(CHANGED);
    } else if (verified.error.kind === 'unauthenticated') connection.end(verified.error);
  }
}

const CHANGED = authErrors.invalidCredential('The credential stands for another caller or scope by now.');

/** A newer token goes on where the older one stood only for the same caller, who may do the same. */
const isSameIdentity = (left: Credential, right: Credential): boolean =>
  left.workspace === right.workspace && callerOf(left) === callerOf(right);

const callerOf = (credential: Credential): string =>
  JSON.stringify([
    actorOf(credential),
    credential.permissions,
    credential.kind === 'player_token' && (credential.boards ?? 'all'),
  ]);
