import { Body, Controller, Injectable, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ok } from '@laurel/kernel';
import { ProblemException, configureHttpApp, httpAdapter, httpErrors } from '@laurel/platform-http';
import { playerTokenKeyPair } from '@laurel/testing';
import { Requires } from '../access.decorator.js';
import { ApiKeys } from '../api-keys.port.js';
import { AuthModule } from '../auth.module.js';
import { CredentialVerifier } from '../credential.verifier.js';
import { type AuditEntry, AuditLog } from './audit-log.port.js';
import { AuditNote, CurrentAudit } from './audit-note.js';
import { Audited } from './audited.decorator.js';

@Injectable()
class FakeLog extends AuditLog {
  static entries: AuditEntry[] = [];
  static failing: 'check' | 'append' | undefined;

  check(): Promise<void> {
    return FakeLog.failing === 'check' ? Promise.reject(new Error('away')) : Promise.resolve();
  }
  append(entry: AuditEntry): Promise<void> {
    if (FakeLog.failing === 'append') return Promise.reject(new Error('away'));
    FakeLog.entries.push(entry);
    return Promise.resolve();
  }
}

@Injectable()
class NoKeys extends ApiKeys {
  override find(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

let done = 0;

@Controller('things')
class Things {
  @Audited('things.change')
  @Requires('keys:write')
  @Post(':id/:part')
  change(@CurrentAudit() audit: AuditNote): void {
    done += 1;
    audit.before = { size: 1 };
    audit.after = { size: 2 };
  }

  @Audited('things.make', { target: ({ answer }) => answer['id'], after: ({ body }) => body })
  @Requires('keys:write')
  @Post()
  make(@Body() body: object): object {
    return { id: 'thing_1', ...body };
  }

  @Audited('things.refuse')
  @Requires('keys:write')
  @Post(':id')
  refuse(@Param('id') id: string): void {
    throw new ProblemException(httpErrors.notFound(`no ${id}`));
  }
}

describe('an audited route', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const verifier = {
      verify: () =>
        Promise.resolve(ok({ kind: 'secret_key', workspace: 'ws_1', keyId: 'key_1', permissions: ['keys:write'] })),
    };
    const { publicKey } = playerTokenKeyPair();
    const module = await Test.createTestingModule({
      imports: [AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: NoKeys, audit: FakeLog })],
      controllers: [Things],
    })
      .overrideProvider(CredentialVerifier)
      .useValue(verifier)
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
    await configureHttpApp(app);
  });
  afterAll(() => app.close());
  beforeEach(() => {
    FakeLog.entries = [];
    FakeLog.failing = undefined;
    done = 0;
  });

  const post = (url: string, payload: object = {}) => {
    const headers = { authorization: 'Bearer key', 'x-request-id': 'req-7' };
    return app.inject({ method: 'POST', url, headers, payload });
  };

  it('records who did what to what, as it was and as it is', async () => {
    expect((await post('/things/a/b')).statusCode).toBe(201);
    expect(FakeLog.entries).toEqual([
      {
        workspace: 'ws_1',
        at: expect.any(Number) as number,
        actor: { kind: 'secret_key', id: 'key_1' },
        action: 'things.change',
        target: 'a/b',
        before: '{"size":1}',
        after: '{"size":2}',
        requestId: 'req-7',
      },
    ]);
  });

  it('records what the route says of its answer and its body, without secrets', async () => {
    await post('/things', { name: 'n', password: 'p' });
    expect(FakeLog.entries).toMatchObject([{ target: 'thing_1', after: '{"name":"n","password":"[redacted]"}' }]);
  });

  it('records nothing of what was refused', async () => {
    expect((await post('/things/a')).statusCode).toBe(404);
    expect(FakeLog.entries).toEqual([]);
  });

  it('does nothing while the log cannot be written', async () => {
    FakeLog.failing = 'check';
    const answer = await post('/things/a/b');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'auth.audit_unavailable']);
    expect([done, answer.headers['retry-after']]).toEqual([0, '2']);
  });

  it('says so when the change was made and could not be recorded', async () => {
    FakeLog.failing = 'append';
    const answer = await post('/things/a/b');
    expect([answer.statusCode, answer.json<{ code: string }>().code, done]).toEqual([500, 'auth.not_audited', 1]);
  });
});
