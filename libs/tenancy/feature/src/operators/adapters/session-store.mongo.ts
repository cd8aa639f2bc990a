import { randomBytes } from 'node:crypto';
import { type Clock } from '@laurel/kernel';
import { SESSION, sessionIdOf } from '@laurel/platform-auth';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Workspace } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import { CLOCK } from '../../clock.js';
import {
  OPERATOR_SESSIONS_COLLECTION,
  type OperatorDocument,
  type OperatorSessionDocument,
} from '../operator.documents.js';

/** A session that has just begun. */
export interface OpenedSession {
  /** For the cookie; kept nowhere else. */
  readonly token: string;
  /** When it ends whatever happens, milliseconds since the epoch. */
  readonly endsAt: number;
}

/** Begins and ends sessions. */
@Injectable()
export class MongoSessionStore {
  private readonly sessions: Collection<OperatorSessionDocument>;

  constructor(
    @Inject(MONGO_DB) db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.sessions = db.collection<OperatorSessionDocument>(OPERATOR_SESSIONS_COLLECTION);
  }

  /** @param endsAt when it ends whatever happens, milliseconds since the epoch. Default: `SESSION.longestMs` from now */
  async open(
    operator: Pick<OperatorDocument, '_id' | 'version'>,
    workspace: Workspace,
    endsAt = this.clock.now() + SESSION.longestMs,
  ): Promise<OpenedSession> {
    const token = randomBytes(SESSION.tokenBytes).toString('base64url');
    await this.sessions.insertOne({
      _id: sessionIdOf(token),
      operatorId: operator._id,
      version: operator.version,
      environment: workspace.environment,
      workspace: workspace.id,
      lastSeenAt: this.clock.now(),
      endsAt,
      expiresAt: new Date(endsAt),
    });
    return { token, endsAt };
  }

  async find(sessionId: string): Promise<OperatorSessionDocument | undefined> {
    return (await this.sessions.findOne({ _id: sessionId })) ?? undefined;
  }

  async end(sessionId: string): Promise<void> {
    await this.sessions.deleteOne({ _id: sessionId });
  }
}
