import { setTimeout as pause } from 'node:timers/promises';
import { comparePositions, formatPosition } from '@laurel/contracts';
import { boardId } from '@laurel/leaderboards-domain';
import { type BoardAddress, type CompareDependencies, parseProjected, rankKeys } from '@laurel/leaderboards-feature';

/** How long a commit may take to reach Redis; a repair of ranks that are behind takes about as long. */
const PATIENCE_MS = 5_000;
const POLL_MS = 200;

/**
 * Waits until a board's ranks hold everything that was committed when it was asked.
 *
 * @returns why they don't: what readers are told as `warming`; undefined when they do
 */
export async function awaitProjected(
  { redis, keyPrefix, committed }: CompareDependencies,
  { workspace, board }: BoardAddress,
  patienceMs = PATIENCE_MS,
): Promise<string | undefined> {
  const id = boardId(board);
  const expected = await committed.positionsOf(workspace, id);
  const { positions } = rankKeys(keyPrefix, workspace, board);
  for (let waited = 0; ; waited += POLL_MS) {
    const fields = Object.entries(await redis.hgetall(positions)).flat();
    const { partitions } = parseProjected(fields);
    const behind = Array.from(expected).flatMap(([partition, position]) => {
      const mark = partitions.get(partition);
      if (mark === undefined) return [`partition ${partition} is missing`];
      if (mark === 'repairing') return [`partition ${partition} is being repaired`];
      if (comparePositions(mark, position) >= 0) return [];
      return [`partition ${partition} is at ${formatPosition(mark)} of ${formatPosition(position)}`];
    });
    if (behind.length === 0) return undefined;
    if (waited >= patienceMs) return behind.join(', ');
    await pause(POLL_MS);
  }
}
