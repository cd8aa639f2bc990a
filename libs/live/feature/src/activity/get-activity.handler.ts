import type { ActivityDocument } from '@laurel/contracts';
import { type Clock, toIso } from '@laurel/kernel';
import {
  ACTIVITY_RANGES,
  type ActivityRangeName,
  ActivityTally,
  DistinctCount,
  stretchStart,
} from '@laurel/live-domain';
import type { ActivityStore } from './activity-store.js';
import type { ActivityDto, ActivityFiguresDto } from './get-activity.dto.js';

const MINUTE = ACTIVITY_RANGES['1h'].seconds;

/** What was decided of a workspace's events lately, from what scoring instances wrote of it. */
export class GetActivityHandler {
  constructor(
    private readonly store: ActivityStore,
    private readonly clock: Clock,
  ) {}

  async execute(workspace: string, range: ActivityRangeName): Promise<ActivityDto> {
    const { seconds, count } = ACTIVITY_RANGES[range];
    const now = this.clock.now();
    const from = stretchStart(now, seconds) - (count - 1) * seconds * 1_000;
    const minuteBefore = stretchStart(now, MINUTE) - MINUTE * 1_000;
    const [documents, minutes] = await Promise.all([
      this.store.find(workspace, seconds, from),
      this.store.find(workspace, MINUTE, minuteBefore),
    ]);
    const starts = Array.from({ length: count }, (_, index) => from + index * seconds * 1_000);
    const tallies = tallyByStart(documents);
    const total = joined(tallies.values());
    const lately = joined(tallyByStart(minutes).values());
    const measured = Math.round((now - minuteBefore) / 1_000);
    return {
      range,
      bucketSeconds: seconds,
      from: toIso(from),
      to: toIso(now),
      total: figuresOf(total),
      now: {
        seconds: measured,
        eventsPerSecond: Math.round((lately.total / measured) * 100) / 100,
        ...figuresOf(lately),
      },
      buckets: starts.map((start) => ({
        start: toIso(start),
        ...figuresOf(tallies.get(start) ?? new ActivityTally()),
      })),
    };
  }
}

/** Of all instances. */
function tallyByStart(documents: readonly ActivityDocument[]): Map<number, ActivityTally> {
  const tallies = new Map<number, ActivityTally>();
  for (const { start, events, refused, lags, players } of documents) {
    const tally = tallies.get(start.getTime()) ?? new ActivityTally();
    tallies.set(start.getTime(), tally);
    for (const [status, times] of Object.entries(events)) tally.countEvent(status, times);
    tally.countRefused(refused);
    tally.lags.join(lags);
    tally.players.join(DistinctCount.fromBytes(Buffer.from(players, 'base64')));
  }
  return tallies;
}

function joined(tallies: Iterable<ActivityTally>): ActivityTally {
  const sum = new ActivityTally();
  for (const tally of tallies) sum.join(tally);
  return sum;
}

const figuresOf = ({ total, events, refused, lags, players }: ActivityTally): ActivityFiguresDto => ({
  events: total,
  byStatus: events,
  refused,
  lagMs: { p50: lags.percentile(0.5), p99: lags.percentile(0.99) },
  activePlayers: players.count(),
});
