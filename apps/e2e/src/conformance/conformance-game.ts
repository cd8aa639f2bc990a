import { partitionOf, playerKey } from '@laurel/contracts';
import { until } from '@laurel/testing';
import { type Answer, Api } from '../stack/api.js';
import { LaurelStack } from '../stack/laurel-stack.js';

/** What a test says of its board; the rest is a sum of all time, most first. */
export interface BoardShape {
  readonly aggregation?: string;
  readonly order?: string;
  /** Further columns `a`, `b`…, each with its order. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly then?: string;
  readonly windows?: readonly object[];
  /** Anything else that a leaderboard may have. */
  readonly more?: object;
}

export interface Row {
  readonly rank: number | null;
  readonly playerId: string;
  readonly score: number;
  readonly columns: Readonly<Record<string, number>>;
  readonly reachedAt: string | null;
}

/** A result: its score, and the columns that the board has. */
export type Result = Readonly<Record<string, number>>;

/** One workspace in which tests make boards of their own, each with its own stats and its own type of event. */
export class ConformanceGame {
  private readonly stats: object[] = [];
  private readonly rules: object[] = [];
  private readonly leaderboards: object[] = [];
  private readonly rewards: object[] = [];
  private readonly rewardSchedules: object[] = [];

  private constructor(
    readonly stack: LaurelStack,
    readonly api: Api,
    readonly workspace: string,
  ) {}

  static async start(stack: LaurelStack, tenant: string): Promise<ConformanceGame> {
    const { workspace, secretKey } = await stack.createWorkspace(tenant, 'dev');
    return new ConformanceGame(stack, new Api(stack, secretKey), workspace);
  }

  /** Sets the clock of the workspace. */
  async setClock(now: string): Promise<void> {
    const { status, body } = await this.api.edit('PUT', '/v1/clock', { now });
    if (status !== 200) throw new Error(`the clock is not set: ${JSON.stringify(body)}`);
  }

  /** Pays coins to the winners of a board's windows, from the next release on. */
  pay(leaderboard: string, tiers: readonly { name: string; ranks: object; coins: number }[]): void {
    for (const { name, coins } of tiers) {
      this.rewards.push({ key: `${leaderboard}-${name}`, what: [{ currency: 'coins', amount: coins }] });
    }
    this.rewardSchedules.push({
      key: leaderboard,
      leaderboard,
      tiers: tiers.map(({ name, ranks }) => ({ name, ranks, rewards: [`${leaderboard}-${name}`] })),
    });
  }

  /** Publishes one board more. */
  async board(key: string, shape: BoardShape = {}): Promise<ConformanceBoard> {
    const [board] = await this.boards([key], shape);
    if (!board) throw new Error('no board');
    return board;
  }

  /** Publishes boards that differ in nothing but their keys. */
  async boards(keys: readonly string[], shape: BoardShape = {}): Promise<ConformanceBoard[]> {
    for (const key of keys) this.declare(key, shape);
    await this.publish();
    const boards = keys.map((key) => new ConformanceBoard(this, key, Object.keys(shape.columns ?? {})));
    await until('the boards are read', async () => (await boards.at(-1)?.page())?.status === 200);
    return boards;
  }

  private declare(key: string, shape: BoardShape): void {
    const { columns = {}, more = {}, ...rest } = shape;
    const stat = (name: string) => `${key}-${name}`;
    const amounts = ['score', ...Object.keys(columns)];
    for (const name of amounts) this.stats.push({ key: stat(name), aggregation: 'sum', ...scaleOf(more) });
    this.rules.push({
      key,
      on: [eventTypeOf(key)],
      then: amounts.map((name) => ({
        effect: 'record',
        stat: stat(name),
        amount: { property: `event.properties.${name}` },
      })),
    });
    const { scale: _, ...settings } = more as { scale?: number };
    this.leaderboards.push({
      key,
      source: { stat: stat('score') },
      aggregation: rest.aggregation ?? 'sum',
      order: rest.order ?? 'desc',
      ties: {
        columns: Object.entries(columns).map(([name, order]) => ({ stat: stat(name), order })),
        then: rest.then ?? 'first_to_reach',
      },
      windows: rest.windows ?? [{ kind: 'all' }],
      ...settings,
    });
  }

  async publish(): Promise<void> {
    const { stats, rules, leaderboards, rewards, rewardSchedules } = this;
    const paying = rewardSchedules.length > 0 ? { rewards, rewardSchedules } : {};
    const published = await this.api.publish({ stats, rules, leaderboards, ...paying });
    if (published.status !== 201) throw new Error(`refused: ${JSON.stringify(published.body)}`);
  }

  /** Takes a board away, or puts another in its place. */
  async replace(key: string, change: ((board: Record<string, unknown>) => object) | undefined): Promise<void> {
    const index = this.leaderboards.findIndex((board) => 'key' in board && board.key === key);
    const before = this.leaderboards[index];
    if (!before) throw new Error(`there is no board ${key}`);
    if (change) this.leaderboards[index] = change({ ...before });
    else this.leaderboards.splice(index, 1);
    await this.publish();
  }

  /** Publishes a board as it was before it was taken away. */
  async restore(board: object): Promise<void> {
    this.leaderboards.push(board);
    await this.publish();
  }
}

const scaleOf = (more: object): object => ('scale' in more ? { scale: more.scale } : {});
const eventTypeOf = (key: string): string => `result.${key.replaceAll('-', '_')}`;

/** A board, as a game server writes to it and a client reads it. */
export class ConformanceBoard {
  private sent = 0;

  constructor(
    readonly game: ConformanceGame,
    readonly key: string,
    private readonly columns: readonly string[],
  ) {}

  get api(): Api {
    return this.game.api;
  }

  /** Sends a result, and waits until it has been decided. Columns that are not given are 0. */
  async submit(playerId: string, result: number | Result, more: { at?: string; id?: string } = {}): Promise<Answer> {
    this.sent += 1;
    const { score = 0, ...others } = typeof result === 'number' ? { score: result } : result;
    const columns = Object.fromEntries(this.columns.map((name) => [name, others[name] ?? 0]));
    const answer = await this.api.sendAndWait({
      eventId: more.id ?? `${this.key}-${this.sent}`,
      type: eventTypeOf(this.key),
      playerId,
      ...(more.at === undefined ? {} : { occurredAt: more.at }),
      properties: { score, ...columns },
    });
    if (answer.status !== 200 && answer.status !== 202) throw new Error(JSON.stringify(answer.body));
    return answer;
  }

  /** Many results of many players at once, in the order given; resolves when all of them have been decided. */
  async submitAll(results: readonly (readonly [playerId: string, score: number, at?: string])[]): Promise<void> {
    const events = results.map(([playerId, score, at]) => {
      this.sent += 1;
      const columns = Object.fromEntries(this.columns.map((name) => [name, 0]));
      return {
        eventId: `${this.key}-${this.sent}`,
        type: eventTypeOf(this.key),
        playerId,
        ...(at === undefined ? {} : { occurredAt: at }),
        properties: { score, ...columns },
      };
    });
    for (let first = 0; first < events.length; first += 500) {
      const sent = await this.api.sendBatch(events.slice(first, first + 500));
      if (sent.body['rejected'] !== 0) throw new Error(JSON.stringify(sent.body).slice(0, 500));
    }
    // A partition's events are decided in order: with the last of each, all are.
    const last = new Map(events.map((event) => [partitionOf(playerKey(this.game.workspace, event.playerId)), event]));
    await until(
      'all results are decided',
      async () => {
        for (const [partition, { eventId, playerId }] of last) {
          const { body } = await this.api.query(`/v1/events/${eventId}?playerId=${playerId}`);
          if (body['status'] === undefined || body['status'] === 'accepted') return false;
          last.delete(partition);
        }
        return true;
      },
      60_000,
    );
  }

  /** Orders something of a player's standing; it is not refused. */
  async moderate(playerId: string, act: string, more: object = {}): Promise<void> {
    const path = `/v1/leaderboards/${this.key}/players/${playerId}/${act}`;
    expect((await this.api.edit('POST', path, { reason: 'A test.', ...more })).body).not.toHaveProperty('code');
  }

  /** @param query with its `?` */
  page(query = ''): Promise<Answer> {
    return this.api.query(`/v1/leaderboards/${this.key}${query}`);
  }

  /** A read of this board. */
  async read(path: string): Promise<Answer> {
    return this.api.query(`/v1/leaderboards/${this.key}/${path}`);
  }

  /** The first rows, once they are ranked. */
  async rows(query = '?limit=100'): Promise<readonly Row[]> {
    const body = await until(`the ranks of ${this.key} are right`, async () => {
      const answer = await this.page(query);
      return answer.status === 200 && answer.body['warming'] !== true ? answer.body : undefined;
    });
    return (body['entries'] ?? []) as Row[];
  }

  /** Rank and player of the first rows, as `1 anna`. */
  async ranks(query?: string): Promise<string[]> {
    return (await this.rows(query)).map(({ rank, playerId }) => `${rank} ${playerId}`);
  }

  /** The first rows, as `1 anna 7`. */
  async standings(query?: string): Promise<string[]> {
    return (await this.rows(query)).map(({ rank, playerId, score }) => `${rank} ${playerId} ${score}`);
  }

  /** Waits until the rows are these: a page may be as old as pages are shared for. */
  async expectRows(query: string, ...expected: readonly string[]): Promise<void> {
    await until(`${this.key}${query} shows ${expected.join(', ')}`, async () => {
      return (await this.standings(query)).join() === expected.join();
    }).catch(() => undefined);
    expect(await this.standings(query)).toEqual(expected);
  }

  /** Waits until the ranks are these. */
  async expectRanks(...expected: readonly string[]): Promise<void> {
    await until(`${this.key} has the ranks ${expected.join(', ')}`, async () => {
      return (await this.ranks()).join() === expected.join();
    }).catch(() => undefined);
    expect(await this.ranks()).toEqual(expected);
  }

  async standing(playerId: string, query = ''): Promise<Record<string, unknown> | null> {
    const { body } = await this.read(`players/${playerId}${query}`);
    return body['entry'] as Record<string, unknown> | null;
  }
}
