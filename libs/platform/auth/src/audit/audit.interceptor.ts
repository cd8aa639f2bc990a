import { Injectable, Logger } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { systemClock } from '@laurel/kernel';
import { ProblemException } from '@laurel/platform-http';
import type { FastifyRequest } from 'fastify';
import { type Observable, mergeMap } from 'rxjs';
import { authErrors } from '../auth.errors.js';
import { type Credential, actorOf } from '../credential.js';
import { credentialOf } from '../current-credential.decorator.js';
import { type AuditEntry, AuditLog } from './audit-log.port.js';
import { noteOf } from './audit-note.js';
import { AUDIT_METADATA, type AuditedWrite, type RouteAudit } from './audited.decorator.js';
import { recordable } from './recordable.js';

type AuditedRoute = Extract<RouteAudit, { kind: 'audited' }>;

/**
 * Records every audited write in its own request: asks first whether the log can be written, and acts on nothing while it can't;
 * writes the entry once the write has succeeded, and answers an error if that fails.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  private readonly log = new Logger('audit');

  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditLog,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = this.reflector.get<RouteAudit | undefined>(AUDIT_METADATA, context.getHandler());
    if (context.getType() !== 'http' || route?.kind !== 'audited') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const credential = credentialOf(request);
    if (!credential) throw new Error(`${route.action} is audited and public: nobody to name`);
    await this.check();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.append(entryOf(route, request, credential, answer));
        return answer;
      }),
    );
  }

  private async check(): Promise<void> {
    try {
      await this.audit.check();
    } catch {
      throw new ProblemException(
        authErrors.auditUnavailable('Nothing was changed. Try again.', { retryAfterSeconds: 2 }),
      );
    }
  }

  private async append(entry: AuditEntry): Promise<void> {
    try {
      await this.audit.append(entry);
    } catch (error) {
      // The entry itself, so that it is not lost: it holds no secret.
      this.log.error({ err: error, entry }, 'audit.not_recorded');
      throw new ProblemException(authErrors.notAudited('The change was made; look before you make it again.'));
    }
  }
}

function entryOf(route: AuditedRoute, request: FastifyRequest, credential: Credential, answer: unknown): AuditEntry {
  const { action, describe } = route;
  const write: AuditedWrite = {
    params: recordOf(request.params) as AuditedWrite['params'],
    body: recordOf(request.body),
    answer: recordOf(answer),
  };
  const note = noteOf(request);
  const before = recordable(note.before);
  const after = recordable(note.after ?? describe.after?.(write));
  return {
    workspace: credential.workspace,
    at: systemClock.now(),
    actor: actorOf(credential),
    action,
    target: describe.target ? String(describe.target(write)) : Object.values(write.params).join('/'),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    requestId: request.id,
  };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
