import type { Page } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Workspace } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { ClientSession, Collection, Db, Filter } from 'mongodb';
import { newestFirst } from './newest-first.mongo.js';
import {
  API_KEYS_COLLECTION,
  type ApiKeyDocument,
  WORKSPACES_COLLECTION,
  type WorkspaceDocument,
} from './tenancy.documents.js';

/** The keys of workspaces, as those who manage them see them: also expired and revoked ones. */
@Injectable()
export class MongoKeyStore {
  private readonly keys: Collection<ApiKeyDocument>;
  private readonly workspaces: Collection<WorkspaceDocument>;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    this.keys = db.collection<ApiKeyDocument>(API_KEYS_COLLECTION);
    this.workspaces = db.collection<WorkspaceDocument>(WORKSPACES_COLLECTION);
  }

  /** @throws when the workspace of a verified credential is gone */
  async workspace(id: string): Promise<Workspace> {
    const found = await this.workspaces.findOne({ _id: id });
    if (!found) throw new Error(`a credential of the workspace ${id}, which does not exist`);
    return { id, tenant: found.tenant, environment: found.environment };
  }

  list(workspace: string, limit: number, cursor?: string): Promise<Result<Page<ApiKeyDocument>, DomainError>> {
    return newestFirst(this.keys, { filter: { workspace }, limit, cursor });
  }

  async find(workspace: string, keyId: string): Promise<ApiKeyDocument | undefined> {
    return (await this.keys.findOne({ _id: keyId, workspace })) ?? undefined;
  }

  async insert(document: ApiKeyDocument): Promise<void> {
    await this.keys.insertOne(document);
  }

  /** @returns the key as it was; undefined when the workspace has none of this id */
  async rename(workspace: string, keyId: string, name: string): Promise<ApiKeyDocument | undefined> {
    const before = await this.keys.findOneAndUpdate({ _id: keyId, workspace }, { $set: { name } });
    return before ?? undefined;
  }

  /**
   * Stores the key that replaces another, which ends at `endsAt` or at its own end, whichever is earlier; both or neither.
   *
   * @returns false when the key to be replaced was revoked or replaced meanwhile
   */
  async replace(workspace: string, keyId: string, endsAt: number, by: ApiKeyDocument): Promise<boolean> {
    return this.transact(async (session) => {
      const { matchedCount } = await this.keys.updateOne(
        { _id: keyId, workspace, revokedAt: null, rolledTo: { $exists: false } },
        { $set: { rolledTo: by._id }, $min: { expiresAt: endsAt } },
        { session },
      );
      if (matchedCount === 0) return false;
      await this.keys.insertOne(by, { session });
      return true;
    });
  }

  /**
   * Revokes a key. Two who revoke at once take turns, so that neither counts on the other's key.
   *
   * @param demandOther revoke only if another secret key works at `now`, milliseconds since the epoch
   * @returns false when no other does
   */
  async revoke(workspace: string, keyId: string, now: number, demandOther: boolean): Promise<boolean> {
    return this.transact(async (session) => {
      await this.workspaces.updateOne({ _id: workspace }, { $inc: { keyRevocations: 1 } }, { session });
      const others = { ...workingSecretKeys(workspace, now), _id: { $ne: keyId } };
      if (demandOther && !(await this.keys.findOne(others, { session, projection: { _id: 1 } }))) return false;
      await this.keys.updateOne({ _id: keyId, workspace, revokedAt: null }, { $set: { revokedAt: now } }, { session });
      return true;
    });
  }

  private transact<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
    return this.db.client.withSession((session) => session.withTransaction(() => work(session)));
  }
}

const workingSecretKeys = (workspace: string, now: number): Filter<ApiKeyDocument> => ({
  workspace,
  revokedAt: null,
  kind: { $in: ['secret', null as never] },
  rolledTo: { $exists: false },
  $or: [{ expiresAt: { $exists: false } }, { expiresAt: { $gt: now } }],
});
