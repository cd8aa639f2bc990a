import { MarkerLog } from './marker-log.ts';

function logOf(...playerIds: string[]) {
  const latencies: number[] = [];
  const log = new MarkerLog(
    playerIds.map((playerId) => ({ playerId, score: 100 })),
    (latencyMs) => latencies.push(latencyMs),
  );
  return { log, latencies };
}

describe('a log of marker events', () => {
  it('counts from when the event was due to when its score was seen', () => {
    const { log, latencies } = logOf('ann');
    log.due('ann', 1_000);
    log.seen('ann', 101, 1_040);
    expect(latencies).toEqual([40]);
    expect(log.unseen).toBe(0);
  });

  it('takes one frame for all the events that it shows', () => {
    const { log, latencies } = logOf('ann');
    log.due('ann', 0);
    log.due('ann', 50);
    log.due('ann', 90);
    log.seen('ann', 102, 100);
    expect(latencies).toEqual([100, 50]);
    expect(log.unseen).toBe(1);
  });

  it('takes nothing for a row that shows an earlier score', () => {
    const { log, latencies } = logOf('ann');
    log.due('ann', 0);
    log.seen('ann', 100, 10);
    expect(latencies).toEqual([]);
  });

  it('keeps players apart and ignores others', () => {
    const { log, latencies } = logOf('ann', 'bo');
    log.due('ann', 0);
    log.due('bo', 10);
    log.seen('cy', 500, 15);
    log.seen('bo', 101, 30);
    expect(latencies).toEqual([20]);
    expect(log.unseen).toBe(1);
  });
});
