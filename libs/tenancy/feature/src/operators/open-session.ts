import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { authErrors } from '@laurel/platform-auth';
import { currentRequestId } from '@laurel/platform-http';
import { ENVIRONMENTS, type Environment, type Workspace, operatorErrors, roleIn } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { MongoAuditLog } from '../adapters/audit-log.mongo.js';
import { CLOCK } from '../clock.js';
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
    private readonly audit: MongoAuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Puts the session into the audit log of its workspace; one that can't be put there does not begin.
   *
   * @param environment default: the first of dev, staging and live that is open to the operator
   * @param endsAt when the session ends whatever happens, milliseconds since the epoch. Default: that of a new one.
   * Errors: `operators.environment_closed`, `auth.audit_unavailable`.
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
    const recorded = await this.record(operator._id, workspace.id);
    if (!recorded.ok) return recorded;
    return ok({ operator, workspace, session: await this.sessions.open(operator, workspace, endsAt) });
  }

  /** By hand: who signs in is nobody yet when the request begins, and who switches enters another workspace than the request's. */
  private async record(operatorId: string, workspace: string): Promise<Result<void, DomainError>> {
    const [at, requestId] = [this.clock.now(), currentRequestId() ?? ''];
    const actor = { kind: 'operator', id: operatorId } as const;
    try {
      await this.audit.append({ workspace, at, actor, action: 'sessions.create', target: '', requestId });
      return ok(undefined);
    } catch {
      return err(NOT_RECORDED);
    }
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
const NOT_RECORDED = authErrors.auditUnavailable('No session was begun. Try again.', { retryAfterSeconds: 2 });
