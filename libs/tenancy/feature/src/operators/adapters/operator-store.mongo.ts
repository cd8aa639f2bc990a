import type { Page } from '@laurel/contracts';
import type { DomainError, Result } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { Workspace } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { type ClientSession, type Collection, type Db, MongoServerError } from 'mongodb';
import { newestFirst } from '../../adapters/newest-first.mongo.js';
import { WORKSPACES_COLLECTION, type WorkspaceDocument } from '../../adapters/tenancy.documents.js';
import { OPERATORS_COLLECTION, type OperatorDocument } from '../operator.documents.js';

const DUPLICATE_KEY = 11_000;

/** What of an operator can be changed, besides its version. */
export type OperatorChange = Partial<Pick<OperatorDocument, 'name' | 'roles' | 'isDisabled'>>;

/** The operators of tenants. */
@Injectable()
export class MongoOperatorStore {
  private readonly operators: Collection<OperatorDocument>;
  private readonly workspaces: Collection<WorkspaceDocument>;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    this.operators = db.collection<OperatorDocument>(OPERATORS_COLLECTION);
    this.workspaces = db.collection<WorkspaceDocument>(WORKSPACES_COLLECTION);
  }

  /** @param email normalised */
  async byEmail(email: string): Promise<OperatorDocument | undefined> {
    return (await this.operators.findOne({ email })) ?? undefined;
  }

  async find(tenant: string, operatorId: string): Promise<OperatorDocument | undefined> {
    return (await this.operators.findOne({ _id: operatorId, tenant })) ?? undefined;
  }

  /** By an id that a verified session or a one-time token names, of any tenant. */
  async byId(operatorId: string): Promise<OperatorDocument | undefined> {
    return (await this.operators.findOne({ _id: operatorId })) ?? undefined;
  }

  list(tenant: string, limit: number, cursor?: string): Promise<Result<Page<OperatorDocument>, DomainError>> {
    return newestFirst(this.operators, { filter: { tenant }, limit, cursor });
  }

  /** The workspaces of a tenant, by environment as far as they were made. */
  async workspacesOf(tenant: string): Promise<Workspace[]> {
    const found = await this.workspaces.find({ tenant }).toArray();
    return found.map(({ _id, environment }) => ({ id: _id, tenant, environment }));
  }

  /** @returns false when an operator of the installation has the e-mail address */
  async insert(operator: OperatorDocument): Promise<boolean> {
    try {
      await this.operators.insertOne(operator);
      return true;
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
      throw error;
    }
  }

  /** Keeps when somebody signed in. */
  async noteSignIn(operatorId: string, now: number): Promise<void> {
    await this.operators.updateOne({ _id: operatorId }, { $set: { lastSignInAt: now } });
  }

  /** Gives out a one-time token that sets a password; an earlier one is void. */
  async setPasswordToken(
    operatorId: string,
    passwordToken: NonNullable<OperatorDocument['passwordToken']>,
  ): Promise<void> {
    await this.operators.updateOne({ _id: operatorId }, { $set: { passwordToken } });
  }

  /**
   * Sets a password, which ends all sessions.
   *
   * @param demand what must still be so: a token is used once, and an old password was checked before this
   * @returns the operator as it is now; undefined when the demand is not met
   */
  async setPassword(
    operatorId: string,
    passwordHash: string,
    demand: { readonly 'passwordToken.hash': string } | { readonly passwordHash: string | null },
  ): Promise<OperatorDocument | undefined> {
    const changed = await this.operators.findOneAndUpdate(
      { _id: operatorId, isDisabled: false, ...demand },
      { $set: { passwordHash }, $unset: { passwordToken: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    );
    return changed ?? undefined;
  }

  /** Keeps a secret for codes that is to be confirmed. @returns false when one was confirmed already */
  async beginTotp(operatorId: string, secret: string): Promise<boolean> {
    const { matchedCount } = await this.operators.updateOne(
      { _id: operatorId, 'totp.isConfirmed': { $ne: true } },
      { $set: { totp: { secret, isConfirmed: false, lastStep: 0 } } },
    );
    return matchedCount === 1;
  }

  /** Asks for codes from now on. @returns false when the secret is another by now */
  async confirmTotp(operatorId: string, secret: string, recoveryCodes: readonly string[]): Promise<boolean> {
    const { matchedCount } = await this.operators.updateOne(
      { _id: operatorId, 'totp.secret': secret, 'totp.isConfirmed': false },
      { $set: { 'totp.isConfirmed': true, recoveryCodes } },
    );
    return matchedCount === 1;
  }

  async removeTotp(operatorId: string): Promise<void> {
    await this.operators.updateOne({ _id: operatorId }, { $unset: { totp: 1, recoveryCodes: 1 } });
  }

  /** Uses up the code of a time step. @returns false when it, or a later one, was used */
  async useStep(operatorId: string, step: number): Promise<boolean> {
    const { modifiedCount } = await this.operators.updateOne(
      { _id: operatorId, 'totp.lastStep': { $lt: step } },
      { $set: { 'totp.lastStep': step } },
    );
    return modifiedCount === 1;
  }

  /** Uses up a recovery code. @param hash SHA-256, hex. @returns false when there is none such */
  async useRecoveryCode(operatorId: string, hash: string): Promise<boolean> {
    const { modifiedCount } = await this.operators.updateOne(
      { _id: operatorId, recoveryCodes: hash },
      { $pull: { recoveryCodes: hash } },
    );
    return modifiedCount === 1;
  }

  /**
   * Changes an operator, or removes one (`null`), unless that leaves the tenant without an owner who can sign in. Those who do it at
   * once take turns, so that neither counts on the other's owner.
   *
   * @param endsSessions whether the change takes effect for those who are signed in by ending their sessions
   * @returns false for the last owner
   */
  async change(
    { _id, tenant }: Pick<OperatorDocument, '_id' | 'tenant'>,
    change: OperatorChange | null,
    endsSessions: boolean,
  ): Promise<boolean> {
    return this.db.client.withSession((session) =>
      session.withTransaction(async () => {
        await this.workspaces.updateMany({ tenant }, { $inc: { operatorChanges: 1 } }, { session });
        const hadOwner = await this.hasOwner(tenant, session);
        await this.apply(_id, change, endsSessions, session);
        if (!hadOwner || (await this.hasOwner(tenant, session))) return true;
        await session.abortTransaction();
        return false;
      }),
    );
  }

  private async apply(
    _id: string,
    change: OperatorChange | null,
    endsSessions: boolean,
    session: ClientSession,
  ): Promise<void> {
    if (!change) await this.operators.deleteOne({ _id }, { session });
    else {
      const ending = endsSessions ? { $inc: { version: 1 } } : {};
      await this.operators.updateOne({ _id }, { $set: change, ...ending }, { session });
    }
  }

  private async hasOwner(tenant: string, session: ClientSession): Promise<boolean> {
    const owners = { tenant, 'roles.tenant': 'owner', isDisabled: false, passwordHash: { $ne: null } } as const;
    return (await this.operators.findOne(owners, { session, projection: { _id: 1 } })) !== null;
  }
}
