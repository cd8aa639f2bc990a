import { randomBytes } from 'node:crypto';
import { systemClock } from '@laurel/kernel';
import { loadConfig } from '@laurel/platform-config';
import { createHttpApp } from '@laurel/platform-http';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { CreateOwnerHandler, CreateWorkspaceHandler, tenancyIndexes } from '@laurel/tenancy-feature';
import { playerTokenKeyPair, testServers, uniqueTestScope } from '@laurel/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Db } from 'mongodb';
import { AdminGatewayConfig } from './admin-gateway.config.js';
import { AppModule } from './app.module.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Which instance; default: the first. */
  readonly of?: NestFastifyApplication;
}

export const PASSWORD = 'a long enough password';

/** Two instances of the admin gateway on real servers, and people who sign in to them. */
export class OperatorsApp {
  private owners = 0;

  private constructor(
    readonly instances: readonly [NestFastifyApplication, NestFastifyApplication],
    readonly db: Db,
    private readonly closeMongo: () => Promise<void>,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<OperatorsApp> {
    const [servers, scope, pair] = [testServers(), uniqueTestScope(), playerTokenKeyPair()];
    const mongo = await connectMongo({ url: servers.mongoUrl, database: scope.database });
    const db = mongo.getClient().db(scope.database);
    await ensureIndexes(db, tenancyIndexes);
    const config = loadConfig(AdminGatewayConfig, {
      LAUREL_LOG_LEVEL: 'silent',
      LAUREL_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
      LAUREL_KAFKA_TOPIC_PREFIX: scope.topicPrefix,
      LAUREL_MONGO_URL: servers.mongoUrl,
      LAUREL_MONGO_DATABASE: scope.database,
      LAUREL_REDIS_URL: servers.redisUrl,
      LAUREL_REDIS_KEY_PREFIX: scope.keyPrefix,
      LAUREL_ERASURE_KEY: 'a-secret-of-a-spec-which-nobody-has',
      LAUREL_PLAYER_TOKEN_PUBLIC_KEY: pair.publicKey,
      LAUREL_PLAYER_TOKEN_PRIVATE_KEY: pair.privateKey,
      ...settings,
    });
    const instance = () => createHttpApp(AppModule.forRoot(config));
    return new OperatorsApp([await instance(), await instance()], db, async () => {
      await db.dropDatabase();
      await mongo.close();
    });
  }

  async stop(): Promise<void> {
    for (const instance of this.instances) await instance.close();
    await this.closeMongo();
  }

  /** A tenant with `dev` and `live`, and its owner, who has set a password. */
  async tenant(): Promise<{ tenant: string; email: string; devKey: string }> {
    this.owners += 1;
    const tenant = `tenant-${this.owners}`;
    const workspaces = new CreateWorkspaceHandler(this.db, systemClock);
    const [dev, live] = [await workspaces.handle(tenant, 'dev'), await workspaces.handle(tenant, 'live')];
    const email = `owner-${this.owners}@example.com`;
    const owner = await new CreateOwnerHandler(this.db, systemClock).handle(tenant, email, 'Owner');
    if (!dev.ok || !live.ok || !owner.ok) throw new Error('the tenant could not be made');
    await this.setPassword(owner.value.passwordToken);
    return { tenant, email, devKey: dev.value.secretKey };
  }

  setPassword(token: string, password = PASSWORD) {
    return this.call('POST', '/v1/passwords', '', { payload: { token, password } });
  }

  signIn(email: string, password = PASSWORD, more: object = {}, of = this.instances[0]) {
    return of.inject({ method: 'POST', url: '/v1/sessions', payload: { email, password, ...more } });
  }

  /** The cookie of a new session. */
  async session(email: string, more: object = {}): Promise<string> {
    const answer = await this.signIn(email, PASSWORD, more);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return cookieOf(answer);
  }

  /** A new member of the tenant of the session, who has set a password. */
  async member(cookie: string, roles: object): Promise<{ id: string; email: string }> {
    const email = `m${randomBytes(6).toString('hex')}@example.com`;
    const answer = await this.call('POST', '/v1/operators', cookie, { payload: { email, name: 'Member', roles } });
    const { id, passwordToken } = answer.json<{ id: string; passwordToken: string }>();
    await this.setPassword(passwordToken);
    return { id, email };
  }

  call(method: Method, url: string, cookie: string, { payload, headers = {}, of = this.instances[0] }: Call = {}) {
    const all = { ...(cookie === '' ? {} : { cookie }), 'x-laurel-csrf': '1', ...headers };
    return of.inject({ method, url, headers: all, ...(payload ? { payload } : {}) });
  }
}

/** What a browser would send back. */
export const cookieOf = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string =>
  String(headers['set-cookie']).split(';')[0] ?? '';
