import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { ENVIRONMENTS, type Environment, type Workspace, operatorErrors, roleIn } from '@laurel/tenancy-domain';
import { Injectable } from '@nestjs/common';
import { MongoOperatorStore } from './adapters/operator-store.mongo.js';
import { MongoSessionStore, type OpenedSession } from './adapters/session-store.mongo.js';
import type { OperatorDocument } from './operator.documents.js';

/** What a sign-in, a switch of environments and a new password lead to. */
export interface SignedIn {
  readonly operator: OperatorDocument;
  readonly workspace: Workspace;
  readonly session: OpenedSession;
}

/** Begins sessions in the environments where an operator has a role. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly operators: MongoOperatorStore,
    private readonly sessions: MongoSessionStore,
  ) {}

  /**
   * @param environment default: the first of dev, staging and live that is open to the operator
   * @param endsAt when the session ends whatever happens, milliseconds since the epoch. Default: that of a new one.
   * Error: `operators.environment_closed`.
   */
  async open(
    operator: OperatorDocument,
    environment?: Environment,
    endsAt?: number,
  ): Promise<Result<SignedIn, DomainError>> {
    const workspace = (await this.openTo(operator)).find(
      (candidate) => environment === undefined || candidate.environment === environment,
    );
    if (!workspace) return err(CLOSED);
    return ok({ operator, workspace, session: await this.sessions.open(operator, workspace, endsAt) });
  }

  /** The workspaces of the tenant in which an operator has a role. */
  async openTo({ tenant, roles }: Pick<OperatorDocument, 'tenant' | 'roles'>): Promise<Workspace[]> {
    const workspaces = await this.operators.workspacesOf(tenant);
    return ENVIRONMENTS.flatMap((environment) =>
      workspaces.filter((workspace) => workspace.environment === environment && roleIn(roles, environment)),
    );
  }
}

const CLOSED = operatorErrors.environmentClosed('Its workspace is not there, or the operator has no role in it.');
