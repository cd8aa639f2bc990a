import { Laurel } from '@laurel/sdk';
import { QueryClient } from '@tanstack/react-query';
import { followSession } from './live-session.js';
import { SESSION_KEY } from './session-identity.js';

type Listener = (event: { readonly data?: unknown }) => void;

/** A connection that is taken in at once. */
class FakeSocket {
  static readonly all: FakeSocket[] = [];
  readyState = 1;
  readonly sent: unknown[] = [];
  private readonly listeners = new Map<string, Listener>();

  constructor() {
    FakeSocket.all.push(this);
    queueMicrotask(() => this.tell('open'));
  }

  addEventListener(type: string, listener: Listener): void {
    this.listeners.set(type, listener);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
    if (text.includes('"auth"')) this.tell('message', { data: JSON.stringify({ type: 'ready' }) });
  }

  close(): void {
    this.readyState = 3;
  }

  private tell(type: string, event = {}): void {
    this.listeners.get(type)?.(event);
  }
}

const ADA = { operator: { id: 'op_ada' }, workspace: 'ws_dev', permissions: ['events:read'] };

let client: QueryClient;
let live: Laurel['live'];
let stop: () => void;
let tickets: number;

const signIn = (session: object): void => void client.setQueryData(SESSION_KEY, session);

/** Watches the feed, as a page does. @returns the connection, and what it was told */
async function watch(): Promise<{ readonly socket: FakeSocket | undefined; readonly states: readonly string[] }> {
  const states: string[] = [];
  await new Promise<void>((resolve) => {
    const stopListening = live.onState((state) => {
      if (state !== 'live') return;
      stopListening();
      resolve();
    });
    live.subscribe('feed', {}, { onState: (state) => states.push(state) });
  });
  return { socket: FakeSocket.all.at(-1), states };
}

beforeEach(() => {
  FakeSocket.all.length = tickets = 0;
  client = new QueryClient();
  signIn(ADA);
  const ticket = (): string => `ticket-${++tickets}`;
  ({ live } = new Laurel({ url: 'http://laurel.test', ticket, WebSocket: FakeSocket }));
  stop = followSession(client, live);
});

afterEach(() => {
  stop();
  live.close();
  client.clear();
});

describe('what is watched', () => {
  it.each([
    ['the environment is another one', { ...ADA, workspace: 'ws_live' }],
    ['somebody else is signed in, in the same environment', { ...ADA, operator: { id: 'op_grace' } }],
  ])('ends when %s, and begins anew with a ticket of the new session', async (_, next) => {
    const { socket, states } = await watch();
    signIn(next);
    expect([socket?.readyState, live.state, states.at(-1)]).toEqual([3, 'closed', 'closed']);
    const { socket: renewed } = await watch();
    expect(renewed).not.toBe(socket);
    expect(renewed?.sent[0]).toEqual({ type: 'auth', ticket: 'ticket-2' });
  });

  it('ends with the session', async () => {
    const { socket } = await watch();
    client.removeQueries({ queryKey: SESSION_KEY });
    expect([socket?.readyState, live.state]).toEqual([3, 'closed']);
  });

  it('goes on when the session is read again, also with other permissions', async () => {
    const { socket } = await watch();
    signIn({ ...ADA });
    signIn({ ...ADA, permissions: [] });
    client.setQueryData(['boards'], []);
    expect([socket?.readyState, live.state, tickets]).toEqual([1, 'live', 1]);
  });

  it('is left alone once nobody follows the session', async () => {
    await watch();
    stop();
    signIn({ ...ADA, workspace: 'ws_live' });
    expect(live.state).toBe('live');
  });

  it('is ended once by a change, also where its end asks for something', () => {
    let closed = 0;
    const again = followSession(client, {
      close: () => {
        closed += 1;
        client.setQueryData(['boards'], closed);
      },
    });
    signIn({ ...ADA, workspace: 'ws_live' });
    again();
    expect(closed).toBe(1);
  });
});
