import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientFrame, ServerFrame, StandingRow } from '@laurel/contracts';
import { type WebSocket, WebSocketServer } from 'ws';
import { FakeWeeks } from './fake-weeks.builder.ts';
import type { MatchEvent } from './match-events.ts';

interface Release {
  readonly release: number;
  readonly program: unknown;
}

/** What a test may make the fake do before it answers a batch of events, by the number of the batch (the first is 1). */
export interface Faults {
  /** Answers 503 with Retry-After instead of accepting. */
  readonly busyAt?: readonly number[];
  /** Accepts, then cuts the connection instead of answering: the sender can't know, and must send again. */
  readonly silentAt?: readonly number[];
  /** Ends all live connections, and answers when one is back. */
  readonly feedLostAt?: readonly number[];
  /** Skips a frame of the live feed, and answers when the client has subscribed anew. */
  readonly frameLostAt?: readonly number[];
  /** Rejects the batch's first event. */
  readonly rejectAt?: readonly number[];
}

type Send = (status: number, body: unknown, headers?: Record<string, string>) => void;

export const SECRET_KEY = 'lrl_test_sk_fake';

/** The gateways' contract as far as the demo uses it, on one port, with the demo's rules built in and all state in memory. */
export class FakeLaurel {
  readonly events = new Map<string, MatchEvent>();
  readonly releases: Release[];
  readonly weeks = new FakeWeeks();
  readonly #faults: Faults;
  readonly #http = createServer((request, response) => void this.#answer(request, response));
  readonly #live = new WebSocketServer({ server: this.#http, path: '/v1/live' });
  readonly #sequence = new Map<WebSocket, number>();
  #batches = 0;
  connections = 0;

  constructor(faults: Faults = {}, programs: readonly unknown[] = []) {
    this.#faults = faults;
    this.releases = programs.map((program, index) => ({ release: index + 1, program }));
    this.#live.on('connection', (socket) => this.#greet(socket));
  }

  async listen(): Promise<string> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#live.clients) socket.terminate();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://fake');
    const send: Send = (status, body, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${SECRET_KEY}`) return send(401, { code: 'auth.invalid' });
    const [, , resource = '', id = ''] = pathname.split('/');
    if (pathname === '/v1/events/batch')
      return this.#takeBatch((await bodyOf(request)) as MatchEvent[], response, send);
    if (pathname === '/v1/releases' && request.method === 'POST') {
      const { program } = (await bodyOf(request)) as { readonly program: unknown };
      const published = { release: this.releases.length + 1, program };
      this.releases.push(published);
      return send(201, { release: published.release, announcedAt: null });
    }
    if (pathname === '/v1/releases') return send(200, { entries: this.releases.toReversed(), next: null, prev: null });
    if (resource === 'releases') return send(200, { ...this.releases[Number(id) - 1], announcedAt: 1 });
    if (pathname === '/v1/clock' && request.method === 'PUT') {
      const { now } = (await bodyOf(request)) as { readonly now: string };
      return this.weeks.setClock(Date.parse(now), this.events.size > 0)
        ? send(200, this.weeks.clock())
        : send(409, { code: 'tenancy.clock_backwards' });
    }
    const weekly = this.weeks.answer(pathname, searchParams, [...this.events.values()]);
    if (weekly !== undefined) return send(200, weekly);
    if (resource === 'leaderboards') return send(200, { entries: this.#rows(), next: null, prev: null });
    if (resource === 'events' && this.events.has(decodeURIComponent(id))) return send(200, { status: 'processed' });
    return send(404, { code: 'not_found' });
  }

  async #takeBatch(events: readonly MatchEvent[], response: ServerResponse, send: Send): Promise<void> {
    const batch = ++this.#batches;
    const has = (batches: readonly number[] | undefined): boolean => batches?.includes(batch) ?? false;
    const { busyAt, silentAt, feedLostAt, frameLostAt, rejectAt } = this.#faults;
    if (has(busyAt)) return send(503, { code: 'unavailable' }, { 'retry-after': '0' });
    if (has(rejectAt))
      return send(202, { rejected: 1, results: [{ status: 'rejected', code: 'events.invalid', detail: 'no' }] });
    for (const event of events) if (!this.events.has(event.eventId)) this.events.set(event.eventId, event);
    const subscribed = has(feedLostAt) || has(frameLostAt) ? once(this.#live, 'subscribed') : undefined;
    if (has(feedLostAt)) for (const socket of this.#live.clients) socket.terminate();
    for (const socket of this.#sequence.keys()) this.#push(socket, has(frameLostAt) ? 2 : 1);
    await subscribed;
    if (has(silentAt)) return void response.destroy();
    send(202, { accepted: events.length, rejected: 0, results: events.map(() => ({ status: 'accepted' })) });
  }

  #greet(socket: WebSocket): void {
    const send = (frame: ServerFrame): void => socket.send(JSON.stringify(frame));
    this.connections += 1;
    socket.on('close', () => this.#sequence.delete(socket));
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString()) as ClientFrame;
      if (frame.type === 'auth')
        return send(
          'token' in frame && frame.token === SECRET_KEY ? { type: 'ready' } : { type: 'bye', code: 'auth.invalid' },
        );
      if (frame.type !== 'subscribe') return;
      const { topic, window = 'all' } = frame;
      this.#sequence.set(socket, 1);
      const entries = this.#rows();
      this.#live.emit('subscribed');
      send({ type: 'snapshot', subscription: 's', topic, window, epoch: 'e', seq: 1, total: entries.length, entries });
    });
  }

  #push(socket: WebSocket, step: number): void {
    const seq = (this.#sequence.get(socket) ?? 0) + step;
    this.#sequence.set(socket, seq);
    const changed = this.#rows();
    const frame: ServerFrame = {
      type: 'delta',
      subscription: 's',
      epoch: 'e',
      seq,
      changed,
      removed: [],
      total: changed.length,
    };
    socket.send(JSON.stringify(frame));
  }

  #rows(): readonly StandingRow[] {
    const totals = new Map<string, { score: number; columns: { goal_difference: number; goals_for: number } }>();
    for (const { playerId, properties } of this.events.values()) {
      const { goalsFor, goalsAgainst } = properties;
      const { score, columns } = totals.get(playerId) ?? { score: 0, columns: { goal_difference: 0, goals_for: 0 } };
      totals.set(playerId, {
        score: score + (goalsFor > goalsAgainst ? 3 : Number(goalsFor === goalsAgainst)),
        columns: {
          goal_difference: columns.goal_difference + goalsFor - goalsAgainst,
          goals_for: columns.goals_for + goalsFor,
        },
      });
    }
    return [...totals]
      .map(([playerId, total]) => ({ playerId, reachedAt: '2014-08-16T15:00:00Z', ...total }))
      .sort(
        (a, b) =>
          b.score - a.score ||
          b.columns.goal_difference - a.columns.goal_difference ||
          b.columns.goals_for - a.columns.goals_for,
      )
      .map((row, index) => ({ rank: index + 1, ...row }));
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
