import { Sessions, type StoredSession } from '@laurel/platform-auth';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import {
  OPERATORS_COLLECTION,
  OPERATOR_SESSIONS_COLLECTION,
  type OperatorDocument,
  type OperatorSessionDocument,
} from '../operator.documents.js';
import { permissionsIn } from '../role-permissions.js';

/** How long MongoDB may take to answer one look-up. */
const LOOKUP_TIMEOUT_MS = 2_000;

/** Finds sessions whose operator can still sign in as they did, with what that operator may do now. */
@Injectable()
export class MongoSessions extends Sessions {
  private readonly sessions: Collection<OperatorSessionDocument>;
  private readonly operators: Collection<OperatorDocument>;

  constructor(@Inject(MONGO_DB) db: Db) {
    super();
    this.sessions = db.collection<OperatorSessionDocument>(OPERATOR_SESSIONS_COLLECTION);
    this.operators = db.collection<OperatorDocument>(OPERATORS_COLLECTION);
  }

  override async find(sessionId: string): Promise<StoredSession | undefined> {
    const session = await this.sessions.findOne({ _id: sessionId }, { timeoutMS: LOOKUP_TIMEOUT_MS });
    if (!session) return undefined;
    const { operatorId, version, environment, workspace, lastSeenAt, endsAt } = session;
    const operator = await this.operators.findOne(
      { _id: operatorId, version, isDisabled: false },
      { timeoutMS: LOOKUP_TIMEOUT_MS },
    );
    if (!operator) return undefined;
    return { workspace, operatorId, permissions: permissionsIn(operator.roles, environment), lastSeenAt, endsAt };
  }

  override async note(sessionId: string, minute: number): Promise<void> {
    await this.sessions.updateOne(
      { _id: sessionId, lastSeenAt: { $lt: minute } },
      { $set: { lastSeenAt: minute } },
      { timeoutMS: LOOKUP_TIMEOUT_MS },
    );
  }
}
