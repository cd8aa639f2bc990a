import type { ClientFrame, ServerFrame } from '@laurel/contracts';
import { type RawData, WebSocket } from 'ws';
import { type LiveTable, fromSnapshot, withDelta } from './live-table.ts';

/** The top of a board in one of its windows. */
export interface Watched {
  readonly board: string;
  readonly window: string;
  /** Rows to watch, from the top. */
  readonly limit: number;
}

interface ConnectionOptions extends Watched {
  readonly queryUrl: string;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly onTable: (table: LiveTable) => void;
}

/** What a frame asks of the connection: an answer, a new table to show, or to end, for a reason. */
export type Reaction = { readonly send: ClientFrame } | { readonly table: LiveTable } | { readonly leave: string };

const HANDSHAKE_TIMEOUT_MS = 5_000;

/** One connection to `WS /v1/live`, from its opening to its end; resolves with the reason it ended. */
export function watchBoard(options: ConnectionOptions): Promise<string> {
  const { queryUrl, token, signal, onTable } = options;
  const socket = new WebSocket(`${queryUrl.replace(/^http/, 'ws')}/v1/live`, {
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
  });
  const send = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));
  const abandon = (): void => socket.terminate();
  signal.addEventListener('abort', abandon, { once: true });

  return new Promise((resolve) => {
    let reason = 'connection closed';
    let table: LiveTable | undefined;
    socket.on('open', () => send({ type: 'auth', token }));
    socket.on('message', (data: RawData) => {
      const reaction = react(JSON.parse(textOf(data)) as ServerFrame, table, options);
      if ('send' in reaction) return send(reaction.send);
      if ('table' in reaction) return onTable((table = reaction.table));
      reason = reaction.leave;
      abandon();
    });
    socket.on('error', (error) => (reason = error.message));
    socket.on('close', () => {
      signal.removeEventListener('abort', abandon);
      resolve(reason);
    });
  });
}

/** Pure: what to do about a frame, with the table as the frames before have told it. */
export function react(frame: ServerFrame, table: LiveTable | undefined, { board, window, limit }: Watched): Reaction {
  switch (frame.type) {
    case 'ready':
      return {
        send: { type: 'subscribe', topic: `leaderboard:${board}`, window, view: { kind: 'top', limit } },
      };
    case 'snapshot':
      return 'entries' in frame ? { table: fromSnapshot(frame) } : { leave: 'the snapshot is not of a board' };
    case 'delta': {
      const next = table && 'changed' in frame ? withDelta(table, frame) : undefined;
      return next ? { table: next } : { leave: 'a frame is missing' };
    }
    case 'event':
    case 'resumed':
      return table ? { table } : { leave: 'a frame came before the snapshot' };
    case 'error':
      return { leave: frame.detail };
    case 'bye':
      return { leave: `the server says ${frame.code}` };
    case 'unsubscribed':
      return { leave: 'the server ended the subscription' };
  }
}

const textOf = (data: RawData): string =>
  Buffer.isBuffer(data) ? data.toString() : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]).toString();
