import { type Topics, topicNames } from '@laurel/contracts';
import { type DomainError, type Result, WorkspaceClocks, err, ok, ordinaryTime } from '@laurel/kernel';
import { ApiKeys, AuthModule, type StoredKey, hashSecret, readSecretKey, writeSecretKey } from '@laurel/platform-auth';
import { JSON_TYPE, MERGE_PATCH_TYPE, configureHttpApp, httpAdapter } from '@laurel/platform-http';
import { KafkaProducer, type OutgoingMessage, type Receipt, TOPICS, kafkaErrors } from '@laurel/platform-kafka';
import { MONGO_DB } from '@laurel/platform-mongo';
import { LOG } from '@laurel/platform-observability';
import { playerTokenKeyPair, silentLog } from '@laurel/testing';
import { Global, Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AnnounceReleasesLoop } from './announce-releases/announce-releases.loop.js';
import { BackfillPlayersLoop } from './backfill-players/backfill-players.loop.js';
import { type Backfill, BackfillStore, type SentPage } from './backfill-players/backfill-store.port.js';
import { DraftStore, type StoredDraft } from './draft/draft-store.port.js';
import { type DryRunSettings, DryRuns } from './dry-run/dry-runs.port.js';
import { TenantEnvironments } from './promote-release/environments.port.js';
import { type Release, type ReleaseSlice, ReleaseStore } from './release-store.port.js';
import { ReleasesAdminModule } from './releases.admin.module.js';

const KEYS = ['1', '2', '3'].map((digit) =>
  writeSecretKey('test', `key_0193d3a5-7a3c-7000-8000-00000000000${digit}`, new Uint8Array(32).fill(Number(digit))),
);

/** Keys of workspace 1, of workspace 2, and one of workspace 1 that only reads. */
export const [OWNER = '', OTHER = '', READER = ''] = KEYS;

@Injectable()
class FakeKeys implements ApiKeys {
  find(keyId: string): Promise<StoredKey | undefined> {
    const index = KEYS.findIndex((key) => readSecretKey(key)?.keyId === keyId);
    return Promise.resolve({
      keyId,
      workspace: index === 1 ? 'ws_2' : 'ws_1',
      secretHash: hashSecret(readSecretKey(KEYS[index] ?? '')?.secret ?? ''),
      permissions:
        index === 2 ? ['releases:read'] : ['releases:read', 'releases:write', 'releases:promote', 'releases:dry_run'],
    });
  }
}

/** Workspaces 1 and 2 are `dev` and `staging` of one tenant, which has no `live`. */
@Injectable()
class FakeEnvironments implements TenantEnvironments {
  environmentOf(workspace: string) {
    return Promise.resolve(workspace === 'ws_1' ? ('dev' as const) : ('staging' as const));
  }
  sibling(_workspace: string, environment: string) {
    return Promise.resolve(environment === 'dev' ? 'ws_1' : environment === 'staging' ? 'ws_2' : undefined);
  }
}

const NO_DRY_RUNS = () => Promise.reject(new Error('this spec tries nothing'));

@Injectable()
class NoDryRuns implements DryRuns {
  readonly ofEvent = NO_DRY_RUNS;
  readonly ofHistory = NO_DRY_RUNS;
}

export const DRY_RUN_LIMITS: DryRunSettings = {
  maxEvents: 100,
  concurrency: 2,
  timeoutMs: 60_000,
  playersInMemory: 1_000,
};

export class FakeDrafts implements DraftStore {
  drafts = new Map<string, StoredDraft>();

  find(workspace: string) {
    return Promise.resolve(this.drafts.get(workspace));
  }
  save(draft: StoredDraft, replaces: string | undefined) {
    if (this.drafts.get(draft._id)?.revision !== replaces) return Promise.resolve(false);
    this.drafts.set(draft._id, draft);
    return Promise.resolve(true);
  }
  remove(workspace: string, revision: string) {
    return Promise.resolve(this.drafts.get(workspace)?.revision === revision && this.drafts.delete(workspace));
  }
}

export class FakeStore implements ReleaseStore {
  documents: Release[] = [];
  /** How many inserts find their number taken by a release of somebody else. */
  races = 0;

  /** What others do between the reading of a draft and its publishing. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  constructor(private readonly drafts: FakeDrafts) {}

  private of(workspace: string): Release[] {
    return this.documents.filter((document) => document.workspace === workspace);
  }
  latest(workspace: string) {
    return Promise.resolve(this.of(workspace).at(-1));
  }
  find(workspace: string, release: number) {
    return Promise.resolve(this.of(workspace).find((document) => document.release === release));
  }
  insert(document: Release) {
    if (this.races > 0) {
      this.races -= 1;
      this.documents.push({ ...document, note: 'of somebody else' });
      return Promise.resolve(false);
    }
    this.documents.push(document);
    return Promise.resolve(true);
  }
  async insertDraft(document: Release, revision: string) {
    await this.meanwhile();
    if (this.drafts.drafts.get(document.workspace)?.revision !== revision) return 'draft_moved';
    if (await this.find(document.workspace, document.release)) return 'number_taken';
    this.drafts.drafts.delete(document.workspace);
    this.documents.push(document);
    return 'stored';
  }
  slice(workspace: string, { above = 0, below = Infinity, archived, order, limit }: ReleaseSlice) {
    const found = this.of(workspace).filter(
      ({ release, archivedAt }) => release > above && release < below && (archived || !archivedAt),
    );
    return Promise.resolve((order === 'newest_first' ? found.reverse() : found).slice(0, limit));
  }
  unannounced(workspace?: string) {
    const open = this.documents.filter(({ announcedAt }) => announcedAt === null);
    return Promise.resolve(open.filter((document) => workspace === undefined || document.workspace === workspace));
  }
  markAnnounced(workspace: string, release: number, announcedAt: number) {
    this.documents = this.documents.map((document) =>
      document.workspace === workspace && document.release === release ? { ...document, announcedAt } : document,
    );
    return Promise.resolve();
  }
  markArchived(workspace: string, release: number, archivedAt: number | null) {
    this.documents = this.documents.map((document) =>
      document.workspace === workspace && document.release === release ? { ...document, archivedAt } : document,
    );
    return Promise.resolve();
  }
}

export class FakeBackfills extends BackfillStore {
  backfills: Backfill[] = [];
  inForce = true;
  /** Whether what was ordered is carried out at once. */
  prompt = true;
  players: string[] = [];

  private change({ workspace, release }: Pick<Backfill, 'workspace' | 'release'>, change: Partial<Backfill>) {
    this.backfills = this.backfills.map((each) =>
      each.workspace === workspace && each.release === release ? { ...each, ...change } : each,
    );
    return Promise.resolve();
  }
  override async begin(backfill: Pick<Backfill, 'workspace' | 'release' | 'by'>) {
    if (await this.find(backfill.workspace, backfill.release)) return;
    const fresh = { total: null, sent: 0, done: 0, cursor: '', last: new Map(), finishedAt: null };
    this.backfills.push({ ...backfill, ...fresh });
  }
  override find(workspace: string, release: number) {
    return Promise.resolve(this.backfills.find((each) => each.workspace === workspace && each.release === release));
  }
  override unfinished() {
    return Promise.resolve(this.backfills.filter(({ finishedAt }) => finishedAt === null));
  }
  override isInForce() {
    return Promise.resolve(this.inForce);
  }
  override isReached(last: ReadonlyMap<number, number>) {
    return Promise.resolve(last.size === 0 || this.prompt);
  }
  override countPlayers() {
    return Promise.resolve(this.players.length);
  }
  override playersAfter(_workspace: string, cursor: string, limit: number) {
    return Promise.resolve(this.players.filter((player) => player > cursor).slice(0, limit));
  }
  override setTotal(backfill: Backfill, total: number) {
    return this.change(backfill, { total });
  }
  override addPage(before: Backfill, { cursor, players, last }: SentPage) {
    return this.change(before, { cursor, last, sent: before.sent + players, done: before.sent });
  }
  override finish(backfill: Backfill, finishedAt: number) {
    return this.change(backfill, { finishedAt, done: backfill.sent });
  }
}

export class FakeProducer {
  readonly messages: OutgoingMessage[] = [];
  down = false;

  send(_topic: string, messages: readonly OutgoingMessage[]): Promise<Result<Receipt[], DomainError>> {
    if (this.down) return Promise.resolve(err(kafkaErrors.unavailable('No broker answers.')));
    this.messages.push(...messages);
    return Promise.resolve(ok(messages.map(({ partition = 0 }) => ({ partition, offset: 0 }))));
  }
}

/** What an app under test stands on. */
export interface Fakes {
  readonly store: FakeStore;
  readonly drafts: FakeDrafts;
  readonly producer: FakeProducer;
  readonly backfills?: FakeBackfills;
  /** By default none can be made. */
  readonly dryRuns?: DryRuns;
  readonly dryRunSettings?: DryRunSettings;
  /** By default every workspace lives in our time. */
  readonly clocks?: WorkspaceClocks;
}

/** The routes of releases on stores in memory, as production sets an app up. */
export async function releasesApp({
  store,
  drafts,
  producer,
  backfills = new FakeBackfills(),
  dryRuns = new NoDryRuns(),
  dryRunSettings = DRY_RUN_LIMITS,
  clocks = ordinaryTime,
}: Fakes): Promise<NestFastifyApplication> {
  @Global()
  @Module({
    providers: [
      { provide: KafkaProducer, useValue: producer },
      { provide: TOPICS, useFactory: (): Topics => topicNames('laurel.') },
      { provide: LOG, useValue: silentLog },
      { provide: MONGO_DB, useValue: {} },
      { provide: WorkspaceClocks, useValue: clocks },
    ],
    exports: [KafkaProducer, TOPICS, LOG, MONGO_DB, WorkspaceClocks],
  })
  class FakePlatformModule {}

  const { publicKey } = playerTokenKeyPair();
  const module = await Test.createTestingModule({
    imports: [
      FakePlatformModule,
      AuthModule.forRoot({ playerTokenPublicKey: publicKey, keys: FakeKeys }),
      ReleasesAdminModule.forRoot({ environments: FakeEnvironments, dryRuns: NoDryRuns, dryRunSettings }),
    ],
  })
    .overrideProvider(ReleaseStore)
    .useValue(store)
    .overrideProvider(DraftStore)
    .useValue(drafts)
    .overrideProvider(DryRuns)
    .useValue(dryRuns)
    .overrideProvider(AnnounceReleasesLoop)
    .useValue({})
    .overrideProvider(BackfillStore)
    .useValue(backfills)
    .overrideProvider(BackfillPlayersLoop)
    .useValue({})
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await configureHttpApp(app);
  return app;
}

export const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'win', on: ['match_won'], then: [{ effect: 'record', stat: 'points', amount: 3 }] }],
  leaderboards: [
    { key: 'league', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

/** How a request of a spec differs from the usual. */
export interface RequestOptions {
  readonly key?: string;
  readonly ifMatch?: string;
  readonly type?: string;
}

type Method = 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';

/** The app's routes as the owner's key sees them, or another. */
export function clientOf(app: () => NestFastifyApplication) {
  const call = (method: Method, url: string, body?: unknown, { key = OWNER, ifMatch, type }: RequestOptions = {}) => {
    const usual = method === 'PATCH' ? MERGE_PATCH_TYPE : JSON_TYPE;
    return app().inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${key}`,
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...(body === undefined ? {} : { 'content-type': type ?? usual }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
  };
  const read = (url: string, key = OWNER) => call('GET', url, undefined, { key });
  const etagOf = async (url = '/v1/draft', key = OWNER) => String((await read(url, key)).headers['etag']);
  return { call, read, etagOf };
}
