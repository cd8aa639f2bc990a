import type { Chance } from '@laurel/faults';
import { until } from '@laurel/testing';
import { Api } from '../../stack/api.js';
import type { LaurelStack } from '../../stack/laurel-stack.js';
import { runScript } from '../../stack/service-process.js';
import { BoardWatch } from './board-watch.js';
import { type PlayedGame, checkGame, isOver } from './check-game.js';
import { CommittedState } from './committed-state.js';
import { GameEvents } from './game-events.js';
import { gameProgram } from './game-program.js';
import { Load } from './load.js';
import { MemoryWatch } from './memory-watch.js';
import { SentEvents } from './sent-events.js';

export interface FaultRunOptions {
  readonly stack: LaurelStack;
  readonly chance: Chance;
  readonly eventsPerSecond: number;
  /** Whether clients send again what was not acknowledged. */
  readonly retries: boolean;
  readonly players?: number;
  /** Share of the events that are of one player; none by default. */
  readonly hotShare?: number;
  /** Asked for each request; the stack's own gateways by default. */
  readonly ingestionUrl?: () => string;
  readonly queryUrl?: () => string;
}

const HEALED_WITHIN_MS = 90_000;
/** What no service may hold, whatever fails around it; they start at some 160 MiB. */
const MOST_MIB = 700;
const PLAYERS = 300;

/** Games that have not ended: a test that failed leaves none behind for the next. */
const open = new Set<FaultRun>();

afterEach(async () => {
  for (const run of open) await run.abandon();
});

/** One game under faults: a load on two workspaces with the same players and ids, a reader of all boards, and the checks. */
export class FaultRun {
  private constructor(
    private readonly options: FaultRunOptions,
    readonly committed: CommittedState,
    readonly games: readonly PlayedGame[],
    readonly load: Load,
    readonly watches: readonly BoardWatch[],
    readonly memory: MemoryWatch,
    private readonly begin: number,
  ) {}

  /** Makes the workspaces, publishes the program, and starts to play. */
  static async start(options: FaultRunOptions): Promise<FaultRun> {
    const { stack, chance, eventsPerSecond, retries, players = PLAYERS } = options;
    const { ingestionUrl = () => stack.ingestion.url, queryUrl = () => stack.query.url } = options;
    const begin = Math.floor(Date.now() / 1_000) * 1_000;
    const committed = await CommittedState.open(stack.environment);
    const games = [];
    for (const [tenant, share] of [
      [`one-${chance.between(0, 1e9)}`, 0.8],
      [`two-${chance.between(0, 1e9)}`, 0.2],
    ] as const) {
      const { workspace, secretKey } = await stack.createWorkspace(tenant, 'dev');
      const published = await new Api(stack, secretKey).publish(gameProgram(begin));
      if (published.status !== 201) throw new Error(`publishing: ${JSON.stringify(published.body)}`);
      const events = new GameEvents(chance.fork(), players, begin, options.hotShare);
      games.push({ workspace, secretKey, events, sent: new SentEvents(), share });
    }
    const load = new Load({
      ...{ eventsPerSecond, retries, games, ingestionUrl },
      chance: chance.fork(),
    });
    const watches = games.map(({ secretKey }) => new BoardWatch(queryUrl, secretKey, chance.fork()));
    const memory = new MemoryWatch(() => stack.services);
    const run = new FaultRun(options, committed, games, load, watches, memory, begin);
    open.add(run);
    load.start();
    for (const watch of watches) watch.start();
    return run;
  }

  /** Events acknowledged so far, in all games. */
  get acknowledged(): number {
    return this.count('acknowledged');
  }

  count(standing: 'acknowledged' | 'refused' | 'unknown'): number {
    return this.games.reduce((sum, { sent }) => sum + sent.count(standing), 0);
  }

  /** Waits until all that is in the log now is committed. */
  async untilScored(): Promise<void> {
    const ends = await this.committed.endOfLog();
    await until('all of the log is committed', () => this.committed.hasReached(ends), HEALED_WITHIN_MS);
  }

  /** Waits until every window that ends in the course of a game has ended, and all prizes are paid. */
  private async untilOver(): Promise<void> {
    for (const game of this.games) {
      const name = `the windows of ${game.workspace} are frozen and their prizes paid`;
      await until(name, () => isOver(this.committed, game, this.begin), HEALED_WITHIN_MS);
    }
    // Payments are in the log too.
    await this.untilScored();
  }

  /** Waits until so many more events were acknowledged: time as this suite knows it, whatever the machine. */
  async untilMore(events: number, timeoutMs = HEALED_WITHIN_MS): Promise<void> {
    const before = this.acknowledged;
    await until(`${events} more events are acknowledged`, () => this.acknowledged >= before + events, timeoutMs);
  }

  /** Ends the background reads: where the state itself goes back, what they saw before is no measure. */
  async stopReading(): Promise<void> {
    await Promise.all(this.watches.map((watch) => watch.stop()));
  }

  /** Ends the game after the fault: waits until all is scored, then checks everything. Fails with what is wrong. */
  async expectExactlyOnce(): Promise<void> {
    try {
      await this.load.finish();
      const played = performance.now();
      await this.untilScored();
      await this.untilOver();
      const scored = performance.now();
      await until('all outcomes are published', () => this.committed.isPublished(), HEALED_WITHIN_MS);
      const published = await this.committed.outcomes();
      const differences = this.memory.beyond(MOST_MIB);
      for (const game of this.games)
        differences.push(
          ...(await checkGame(this.committed, this.options.stack.query.url, game, this.begin, published)),
        );
      for (const watch of this.watches) {
        await watch.stop();
        differences.push(...watch.faults.slice(0, 5));
      }
      differences.push(...(await verify(this.options.stack)));
      this.report(scored - played, performance.now() - scored);
      expect(differences).toEqual([]);
    } finally {
      await this.abandon();
    }
  }

  /** Stops whatever still runs, and asks no more. */
  async abandon(): Promise<void> {
    open.delete(this);
    this.memory.stop();
    this.load.abandon();
    await this.stopReading();
    await this.committed.close();
  }

  private report(scoringMs: number, rankingMs: number): void {
    const counts = (['acknowledged', 'refused', 'unknown'] as const).map((it) => `${this.count(it)} ${it}`).join(', ');
    const answers = Array.from(this.load.answers, ([status, count]) => `${count}×${status || 'none'}`).join(' ');
    const reads = this.watches.map(({ counts: { ranked, warming, failed } }) => `${ranked}/${warming}/${failed}`);
    process.stdout.write(
      `  ${counts}; answers ${answers}; reads ranked/warming/failed ${reads.join(' ')}; ` +
        `scored after ${seconds(scoringMs)}, checked after ${seconds(rankingMs)}; peaks ${String(this.memory)}\n`,
    );
  }
}

/** What the operators' command line finds wrong, over all workspaces. */
async function verify(stack: LaurelStack): Promise<string[]> {
  return runScript('cli', 'main.js', ['verify'], stack.environment).then(
    () => [],
    (error: unknown) => [String(error)],
  );
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
