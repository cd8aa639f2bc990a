import { Events } from './events/events.js';
import type { ClientFrame } from './generated/live-frames.js';
import type { BackOff } from './http/back-off.js';
import { LaurelError } from './http/laurel-error.js';
import { type Gateway, Transport, type TransportOptions } from './http/transport.js';
import { Leaderboards } from './leaderboards/leaderboards.js';
import { Live } from './live/live.js';
import { Players } from './players/players.js';

/** A class of WebSockets: that of browsers, of Node 22 and up, or of `ws`. */
export type WebSocketConstructor = new (url: string) => unknown;

/** Says a key or token, the same one or a newer one each time. */
export type CredentialSupplier = () => string | Promise<string>;

export interface LaurelOptions {
  /** One URL for all gateways, where something in front of them tells them apart by path … */
  readonly url?: string;
  /** … or that of each that is used. */
  readonly urls?: Readonly<Partial<Record<Gateway, string>>>;
  /** A key or player token, or what supplies one. Without it, requests carry the cookies of the page. */
  readonly credential?: string | CredentialSupplier;
  /** Supplies a ticket for each connection of the live feed, which is then used instead of the credential. */
  readonly ticket?: CredentialSupplier;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Attempts after the first, for what may succeed a little later; 4 unless given. */
  readonly retries?: number;
  /** How long one attempt may take, ms; 30,000 unless given. */
  readonly timeoutMs?: number;
  /** Pauses between attempts; from 500 ms to 30 s unless given. */
  readonly backOff?: BackOff;
  /** Instead of the global one. */
  readonly fetch?: typeof fetch;
  /** Instead of the global one, which Node has since 22. */
  readonly WebSocket?: WebSocketConstructor;
}

/** What opens one connection of the live feed, in place of a credential that shall not leave its owner. */
export interface LiveTicket {
  readonly ticket: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

const BACK_OFF: BackOff = { firstMs: 500, mostMs: 30_000 };
const RETRIES = 4;
const CONNECT_TIMEOUT_MS = 10_000;

/** Laurel as one credential sees it. */
export class Laurel {
  readonly events: Events;
  readonly leaderboards: Leaderboards;
  readonly players: Players;
  readonly live: Live;
  private readonly transport: Transport;

  constructor(options: LaurelOptions) {
    const urls = urlsOf(options);
    const backOff = options.backOff ?? BACK_OFF;
    const retries = options.retries ?? RETRIES;
    this.transport = new Transport({
      urls,
      authorize: async () => bearer(await supplied(options.credential)),
      headers: options.headers ?? {},
      fetch: options.fetch ?? ((...request) => fetch(...request)),
      backOff,
      retries,
      timeoutMs: options.timeoutMs ?? 30_000,
    });
    this.events = new Events(this.transport, retries);
    this.leaderboards = new Leaderboards(this.transport);
    this.players = new Players(this.transport);
    this.live = new Live({
      dial: () => dial(urls.query, options.WebSocket),
      authenticate: () => authentication(options),
      isRenewable: options.ticket !== undefined || typeof options.credential === 'function',
      backOff,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
    });
  }

  /** Gives out a ticket: for 30 seconds and one connection, it stands for the credential of this client. */
  async liveTicket(): Promise<LiveTicket> {
    const { body } = await this.transport.send({ gateway: 'query', method: 'POST', path: '/v1/live/tickets' });
    return body as LiveTicket;
  }
}

/** URLs without a slash at their end, those of the page resolved against it. */
function urlsOf({ url, urls }: LaurelOptions): TransportOptions['urls'] {
  const given = url === undefined ? { ...urls } : { ingestion: url, query: url, admin: url, ...urls };
  const whole = Object.entries(given).map(([gateway, each]) => [
    gateway,
    new URL(each, pageUrl()).href.replace(/\/+$/, ''),
  ]);
  return Object.fromEntries(whole) as TransportOptions['urls'];
}

const pageUrl = (): string | undefined =>
  (globalThis as { readonly location?: { readonly href: string } }).location?.href;

function dial(queryUrl: string | undefined, WebSocket: WebSocketConstructor | undefined): unknown {
  const Socket = WebSocket ?? (globalThis as { readonly WebSocket?: WebSocketConstructor }).WebSocket;
  if (queryUrl === undefined) throw missing('sdk.no_url', 'No URL of the query gateway was given.');
  if (!Socket) throw missing('sdk.no_websocket', 'There is no global WebSocket: give one, for example that of `ws`.');
  return new Socket(`${queryUrl.replace(/^http/, 'ws')}/v1/live`);
}

async function authentication({ ticket, credential }: LaurelOptions): Promise<ClientFrame> {
  if (ticket) return { type: 'auth', ticket: await ticket() };
  const token = await supplied(credential);
  if (token === undefined) throw missing('sdk.no_credential', 'The live feed needs a credential or a ticket.');
  return { type: 'auth', token };
}

const supplied = async (credential: LaurelOptions['credential']): Promise<string | undefined> =>
  typeof credential === 'function' ? credential() : credential;

const bearer = (credential: string | undefined): string | undefined =>
  credential === undefined ? undefined : `Bearer ${credential}`;

const missing = (code: string, detail: string): LaurelError => new LaurelError({ status: 0, code, detail });
