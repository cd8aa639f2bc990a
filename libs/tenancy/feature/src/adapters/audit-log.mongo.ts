import { randomBytes } from 'node:crypto';
import type { Page } from '@laurel/contracts';
import { type DomainError, type Result, newId } from '@laurel/kernel';
import { type AuditEntry, AuditLog } from '@laurel/platform-auth';
import { MONGO_DB, mongoAnswers } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db, Filter } from 'mongodb';
import { newestFirst } from './newest-first.mongo.js';
import { AUDIT_COLLECTION, type AuditDocument } from './tenancy.documents.js';

/** How long MongoDB may take to keep an entry. */
const APPEND_TIMEOUT_MS = 5_000;

/** Which entries are asked for; what is left out does not matter. */
export interface AuditFilter {
  readonly workspace: string;
  /** Id of the key or player. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  /** Half-open, milliseconds since the epoch. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The audit log in MongoDB: entries are inserted and read, and nothing here changes or deletes one. */
@Injectable()
export class MongoAuditLog extends AuditLog {
  private readonly entries: Collection<AuditDocument>;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
    this.entries = db.collection<AuditDocument>(AUDIT_COLLECTION);
  }

  override async check(): Promise<void> {
    const answer = await mongoAnswers(this.db);
    if (answer !== true) throw new Error(answer);
  }

  override async append(entry: AuditEntry): Promise<void> {
    const _id = newId('audit', entry.at, randomBytes);
    await this.entries.insertOne({ _id, ...entry }, { timeoutMS: APPEND_TIMEOUT_MS });
  }

  /** A page, newest first. Error: `http.invalid_input` for a cursor of another list. */
  list(filter: AuditFilter, limit: number, cursor?: string): Promise<Result<Page<AuditDocument>, DomainError>> {
    return newestFirst(this.entries, { filter: toMongo(filter), limit, cursor });
  }
}

/** Times become ranges of ids, which sort by time: one index serves both. */
function toMongo({ workspace, actor, action, target, from, to }: AuditFilter): Filter<AuditDocument> & {
  readonly workspace: string;
} {
  const ids = {
    ...(from === undefined ? {} : { $gte: firstIdOf(from) }),
    ...(to === undefined ? {} : { $lt: firstIdOf(to) }),
  };
  return {
    workspace,
    ...(actor === undefined ? {} : { 'actor.id': actor }),
    ...(action === undefined ? {} : { action }),
    ...(target === undefined ? {} : { target }),
    ...(Object.keys(ids).length === 0 ? {} : { _id: ids }),
  };
}

const firstIdOf = (time: number): string => newId('audit', time, (length) => new Uint8Array(length));
