import { FakeClock, silentLog } from '@laurel/testing';
import { Metrics } from '@laurel/platform-observability';
import { PartitionState } from '../partition/partition-state.js';
import { ScoringMetrics } from '../scoring.metrics.js';
import type { ScoringSettings } from '../scoring.tokens.js';
import type { GuardedRanks } from './guarded-ranks.js';
import { HoldPartition } from './hold-partition.js';

const MAX_LAG_MS = 60_000;

const metrics = new Metrics();
const scoringMetrics = new ScoringMetrics(metrics, new FakeClock(1_000_000));
let failingForMs: number;
let said: string[];
let state: PartitionState;
let holds: HoldPartition;

beforeEach(() => {
  failingForMs = 0;
  said = [];
  state = new PartitionState(7, 1, undefined, new Map(), 10);
  const note = (_: object, message: string) => void said.push(message);
  const ranks = { failingForMs: () => failingForMs } as GuardedRanks;
  const settings = { maxRanksLagMs: MAX_LAG_MS } as ScoringSettings;
  holds = new HoldPartition(ranks, scoringMetrics, settings, { ...silentLog, warn: note, info: note });
});

const exposed = async (): Promise<string[]> =>
  (await metrics.expose()).split('\n').filter((line) => line.includes('partition="7"'));

describe('a partition whose ranks can not be reached', () => {
  it('is scored on until that has lasted too long', () => {
    state.behind.add('ws_1|top@1');
    failingForMs = MAX_LAG_MS;
    expect(holds.verdict(state)).toBeUndefined();

    failingForMs += 1;

    expect(holds.verdict(state)).toEqual({ kind: 'hold' });
  });

  it('is scored on as long as none of its own ranks are to be mended', () => {
    failingForMs = MAX_LAG_MS + 1;

    expect(holds.verdict(state)).toBeUndefined();
  });

  it('goes on when changes get through again, though some of its ranks are still to be mended', () => {
    state.behind.add('ws_1|top@1');
    failingForMs = MAX_LAG_MS + 1;
    holds.verdict(state);

    failingForMs = 0;

    expect(holds.verdict(state)).toBeUndefined();
  });

  it('says so once, and once that it goes on', () => {
    state.behind.add('ws_1|top@1');
    for (const ms of [MAX_LAG_MS + 1, MAX_LAG_MS + 2, 0, 0]) {
      failingForMs = ms;
      holds.verdict(state);
    }

    expect(said).toEqual(['partition.paused', 'partition.resumed']);
  });

  it('shows in the metrics of its owner, and no longer when it is another’s', async () => {
    state.behind.add('ws_1|top@1').add('ws_1|flop@1');
    failingForMs = MAX_LAG_MS + 1;
    holds.verdict(state);
    scoringMetrics.halted(7, true);
    scoringMetrics.progress({ partition: 7, waiting: 12, oldestAt: 999_000 });
    expect(await exposed()).toEqual([
      'laurel_scoring_partition_halted{partition="7"} 1',
      'laurel_scoring_partition_paused{partition="7"} 1',
      'laurel_scoring_boards_behind{partition="7"} 2',
      'laurel_scoring_lag_messages{partition="7"} 12',
      'laurel_scoring_lag_ms{partition="7"} 1000',
    ]);

    scoringMetrics.forget(7);

    expect(await exposed()).toEqual([]);
  });
});

describe('the lag of a partition', () => {
  it('stays as it was while it is not known, and is nothing when nothing waits', async () => {
    scoringMetrics.progress({ partition: 7, waiting: 12, oldestAt: 999_000 });
    scoringMetrics.progress({ partition: 7, waiting: undefined, oldestAt: undefined });
    scoringMetrics.progress({ partition: 7, waiting: 13, oldestAt: undefined });
    expect(await exposed()).toEqual([
      'laurel_scoring_lag_messages{partition="7"} 13',
      'laurel_scoring_lag_ms{partition="7"} 1000',
    ]);

    scoringMetrics.progress({ partition: 7, waiting: 0, oldestAt: undefined });

    expect(await exposed()).toEqual([
      'laurel_scoring_lag_messages{partition="7"} 0',
      'laurel_scoring_lag_ms{partition="7"} 0',
    ]);
  });
});
