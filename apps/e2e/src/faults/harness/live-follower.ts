import type { BoardDeltaFrame, BoardSnapshotFrame, LivePosition, ServerFrame } from '@laurel/contracts';
import { WebSocket } from 'ws';
import type { BoardRow } from './read-board.js';

/** What a follower watches, and as whom. */
export interface Followed {
  /** Asked for each connection. */
  readonly url: () => string;
  readonly secretKey: string;
  readonly board: string;
  readonly limit: number;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Follows the best rows of a board as the guide tells clients to: comes back after a pause that grows, with what it saw last, and
 * keeps the table as the frames say. Notes whatever does not continue what it has.
 */
export class LiveFollower {
  readonly faults: string[] = [];
  /** `answered`: connections that are whole again, by a snapshot or by what was missed. */
  readonly counts = { answered: 0, resumed: 0, deltas: 0 };
  private isAsking = false;
  total: number | null = null;
  private rows = new Map<string, BoardRow>();
  private seen: LivePosition | undefined;
  private socket: WebSocket | undefined;
  private pauses = 0;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(private readonly followed: Followed) {
    this.connect();
  }

  /** As a page of the board shows it. */
  get table(): BoardRow[] {
    return [...this.rows.values()].sort(
      (left, right) => (left.rank ?? 0) - (right.rank ?? 0) || (left.playerId < right.playerId ? -1 : 1),
    );
  }

  /** Loses the connection without a word, as a phone does in a tunnel. */
  drop(): void {
    this.socket?.terminate();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.drop();
  }

  private connect(): void {
    const { url, secretKey } = this.followed;
    const socket = new WebSocket(`${url().replace('http', 'ws')}/v1/live`, { perMessageDeflate: false });
    this.socket = socket;
    socket.on('open', () => this.send({ type: 'auth', token: secretKey }));
    socket.on('message', (data: Buffer) => this.take(JSON.parse(data.toString('utf8')) as ServerFrame));
    // A close follows, and says all that matters here.
    socket.on('error', () => undefined);
    socket.on('close', () => this.comeBack());
  }

  private comeBack(): void {
    if (this.isStopped) return;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.pauses);
    this.pauses += 1;
    this.timer = setTimeout(() => this.connect(), pause * (0.5 + Math.random()));
  }

  private send(frame: object): void {
    this.socket?.send(JSON.stringify(frame));
  }

  private take(frame: ServerFrame): void {
    if (frame.type === 'ready') this.subscribe();
    else if (frame.type === 'snapshot' && 'entries' in frame) this.replace(frame);
    else if (frame.type === 'delta' && 'changed' in frame) this.apply(frame);
    else if (frame.type === 'resumed') this.resume(frame);
    else if (frame.type !== 'bye') this.faults.push(`unexpected: ${JSON.stringify(frame)}`);
  }

  private subscribe(): void {
    this.isAsking = true;
    this.pauses = 0;
    const { board, limit } = this.followed;
    const after = this.seen === undefined ? {} : { after: this.seen };
    this.send({ type: 'subscribe', topic: `leaderboard:${board}`, view: { kind: 'top', limit }, ...after });
  }

  private answer(): void {
    if (this.isAsking) this.counts.answered += 1;
    this.isAsking = false;
  }

  private replace({ epoch, seq, entries, total }: BoardSnapshotFrame): void {
    this.answer();
    this.seen = { epoch, seq };
    this.rows = new Map(entries.map((row) => [row.playerId, row]));
    this.total = total;
  }

  private resume({ epoch, seq }: LivePosition): void {
    this.answer();
    this.counts.resumed += 1;
    if (epoch !== this.seen?.epoch || seq !== this.seen.seq) this.faults.push(`resumed elsewhere: ${epoch}:${seq}`);
  }

  private apply({ epoch, seq, changed, removed, total }: BoardDeltaFrame): void {
    this.counts.deltas += 1;
    if (epoch !== this.seen?.epoch || seq !== this.seen.seq + 1) this.faults.push(`no continuation: ${epoch}:${seq}`);
    this.seen = { epoch, seq };
    for (const playerId of removed) this.rows.delete(playerId);
    for (const row of changed) this.rows.set(row.playerId, row);
    this.total = total;
  }
}
