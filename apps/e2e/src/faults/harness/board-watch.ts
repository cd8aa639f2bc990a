import type { Chance } from '@laurel/faults';
import { faultOfPage, ruleOf } from './board-rules.js';
import { BOARDS } from './game-program.js';
import { type BoardAddress, type BoardPage, nameOf, readPage } from './read-board.js';

/**
 * How far behind an answer may be and still be right: the readers' grace of two seconds, the second for which they remember
 * the committed positions, and as much again for a machine that is busy.
 */
const BEHIND_MS = 6_000;
const PAUSE_MS = 40;

interface Seen {
  readonly at: number;
  readonly score: number;
}

/**
 * Reads the boards all the time, and notes every answer that gave a wrong rank: rows out of order, ranks with gaps, a player
 * twice, or a player with less than an answer gave long before, which is what half-empty ranks would show.
 */
export class BoardWatch {
  readonly faults: string[] = [];
  /** Answers with ranks, answers that said `warming`, and requests without an answer. */
  readonly counts = { ranked: 0, warming: 0, failed: 0 };
  private readonly floors = new Map<string, Seen>();
  private readonly recent: (Seen & { readonly key: string })[] = [];
  private watching: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly queryUrl: () => string,
    private readonly secretKey: string,
    private readonly chance: Chance,
  ) {}

  start(): void {
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.stopped) {
      const address = BOARDS[this.chance.between(0, BOARDS.length)] ?? BOARDS[0];
      await this.look(address);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  private async look(address: BoardAddress): Promise<void> {
    const asked = performance.now();
    try {
      const page = await readPage(this.queryUrl(), this.secretKey, address);
      this.judge(address, page, asked);
      if (page.next !== null && this.chance.happens(0.3)) {
        this.judge(address, await readPage(this.queryUrl(), this.secretKey, address, page.next), performance.now());
      }
    } catch {
      this.counts.failed += 1;
    }
  }

  private judge(address: BoardAddress, page: BoardPage, asked: number): void {
    if (page.warming) {
      this.counts.warming += 1;
      if (page.entries.some(({ rank }) => rank !== null)) this.report(address, 'a rank while warming');
      return;
    }
    this.counts.ranked += 1;
    const fault = faultOfPage(address.board, page);
    if (fault) this.report(address, fault);
    this.compareWithBefore(address, page, asked);
  }

  private compareWithBefore(address: BoardAddress, { entries, total }: BoardPage, asked: number): void {
    while (this.recent[0] && this.recent[0].at < asked - BEHIND_MS) {
      const { key, ...seen } = this.recent[0];
      this.recent.shift();
      if (seen.score > (this.floors.get(key)?.score ?? 0)) this.floors.set(key, seen);
    }
    const scores = ruleOf(address.board).grows ? entries.map(({ playerId, score }) => ({ what: playerId, score })) : [];
    for (const { what, score } of [{ what: 'total', score: total ?? 0 }, ...scores]) {
      const key = `${nameOf(address)} ${what}`;
      const floor = this.floors.get(key);
      if (floor && score < floor.score) this.report(address, `${what} is ${score}, and was ${floor.score} long before`);
      this.recent.push({ key, score, at: performance.now() });
    }
  }

  private report(address: BoardAddress, fault: string): void {
    this.faults.push(`${nameOf(address)}: ${fault}`);
  }
}
