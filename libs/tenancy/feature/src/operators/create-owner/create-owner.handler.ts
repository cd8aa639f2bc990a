import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { normalizeEmail, operatorErrors } from '@laurel/tenancy-domain';
import type { Db } from 'mongodb';
import { WORKSPACES_COLLECTION, type WorkspaceDocument } from '../../adapters/tenancy.documents.js';
import { MongoOperatorStore } from '../adapters/operator-store.mongo.js';
import { newOperator } from '../create-operator/create-operator.handler.js';
import { OPERATORS_COLLECTION, type OperatorDocument } from '../operator.documents.js';
import { newPasswordToken } from '../password-token.js';

export interface CreatedOwner {
  readonly operatorId: string;
  readonly email: string;
  /** Sets the password within a day; shown this once. */
  readonly passwordToken: string;
}

/**
 * Makes a tenant's first owner, and lets an owner in again who lost password, second factor or role: for who runs the installation, not over the API.
 */
export class CreateOwnerHandler {
  private readonly store: MongoOperatorStore;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {
    this.store = new MongoOperatorStore(db);
  }

  /** Errors: `operators.not_found` for a tenant without workspaces, `operators.email_in_use` for an operator of another tenant. */
  async handle(tenant: string, email: string, name: string): Promise<Result<CreatedOwner, DomainError>> {
    const workspaces = this.db.collection<WorkspaceDocument>(WORKSPACES_COLLECTION);
    if (!(await workspaces.findOne({ tenant }))) return err(operatorErrors.notFound(`There is no tenant ${tenant}.`));
    const known = await this.store.byEmail(normalizeEmail(email));
    if (known) return this.letIn(known, tenant);
    const { operator, passwordToken } = newOperator(
      { tenant, email, name, roles: { tenant: 'owner' } },
      this.clock.now(),
    );
    if (!(await this.store.insert(operator))) return err(IN_USE);
    return ok({ operatorId: operator._id, email: operator.email, passwordToken });
  }

  private async letIn(
    { _id, email, ...known }: OperatorDocument,
    tenant: string,
  ): Promise<Result<CreatedOwner, DomainError>> {
    if (known.tenant !== tenant) return err(IN_USE);
    const { text, stored } = newPasswordToken(_id, this.clock.now());
    await this.db.collection<OperatorDocument>(OPERATORS_COLLECTION).updateOne(
      { _id },
      {
        $set: { roles: { tenant: 'owner' }, isDisabled: false, passwordToken: stored },
        $unset: { totp: 1, recoveryCodes: 1 },
        $inc: { version: 1 },
      },
    );
    return ok({ operatorId: _id, email, passwordToken: text });
  }
}

const IN_USE = operatorErrors.emailInUse('An operator of another tenant has it.');
