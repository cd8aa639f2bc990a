import type { BoardSnapshotFrame, ClientFrame, ServerFrame } from '@laurel/contracts';
import { CheckFailed } from './smoke-check.js';

const SNAPSHOT_MS = 10_000;

/**
 * Opens the live feed, watches a leaderboard, and closes it again.
 *
 * @returns the first snapshot
 * @throws CheckFailed when none comes within 10 s
 */
export async function liveSnapshot(url: string, token: string, board: string): Promise<BoardSnapshotFrame> {
  const socket = new WebSocket(url);
  const say = (frame: ClientFrame): void => socket.send(JSON.stringify(frame));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (why: string): void => reject(new CheckFailed(why));
      timer = setTimeout(() => fail('no snapshot came within 10 s'), SNAPSHOT_MS);
      socket.onopen = () => say({ type: 'auth', token });
      socket.onerror = () => fail(`no connection to ${url}`);
      socket.onclose = ({ code }) => fail(`the connection was closed with ${code}`);
      socket.onmessage = ({ data }) => {
        const frame = JSON.parse(String(data)) as ServerFrame;
        if (frame.type === 'ready')
          say({ type: 'subscribe', topic: `leaderboard:${board}`, view: { kind: 'top', limit: 1 } });
        if (frame.type === 'snapshot' && 'entries' in frame) resolve(frame);
        if (frame.type === 'error') fail(`${frame.code}: ${frame.detail}`);
      };
    });
  } finally {
    clearTimeout(timer);
    socket.onclose = null;
    socket.close();
  }
}
