import { randomBytes } from 'node:crypto';
import { type ActivityDocument, type EventRecord, activityId, joinId } from '@laurel/contracts';
import { type Clock, RESERVED_EVENT_TYPE_PREFIX } from '@laurel/kernel';
import { ACTIVITY_RANGES, ActivityTally, keptMs, stretchStart } from '@laurel/live-domain';
import { Inject, Injectable } from '@nestjs/common';
import { SCORING_CLOCK } from '../scoring.tokens.js';

type Stretch = Pick<ActivityDocument, 'workspace' | 'seconds' | 'start' | 'expiresAt'>;

interface OpenStretch {
  readonly stretch: Stretch;
  readonly tally: ActivityTally;
  isChanged: boolean;
}

/** Sums that are to be written, as of a moment (ms). */
export interface ChangedSums {
  readonly asOf: number;
  readonly documents: readonly ActivityDocument[];
}

const MINUTE_SECONDS = ACTIVITY_RANGES['1h'].seconds;

/**
 * What this instance decided, by workspace and time, as long as it may still grow. In memory: counting must cost a batch next to
 * nothing. A crash takes what was not written yet with it.
 */
@Injectable()
export class ActivitySums {
  private readonly run = randomBytes(6).toString('base64url');
  /** Since the sums were looked at, by workspace and minute. */
  private counted = new Map<string, { workspace: string; minute: number; tally: ActivityTally }>();
  private readonly open = new Map<string, OpenStretch>();

  constructor(@Inject(SCORING_CLOCK) private readonly clock: Clock) {}

  /** Counts what is committed just now. */
  count(records: readonly EventRecord[]): void {
    const now = this.clock.now();
    const minute = stretchStart(now, MINUTE_SECONDS);
    for (const record of records) {
      const name = joinId(record.workspace, String(minute));
      let counted = this.counted.get(name);
      if (!counted) {
        counted = { workspace: record.workspace, minute, tally: new ActivityTally() };
        this.counted.set(name, counted);
      }
      countRecord(counted.tally, record, now);
    }
  }

  /** The sums of each stretch that grew since they were last `written`. */
  changed(): ChangedSums {
    const asOf = this.clock.now();
    const { counted } = this;
    this.counted = new Map();
    for (const { workspace, minute, tally } of counted.values()) {
      for (const range of Object.values(ACTIVITY_RANGES)) {
        const start = stretchStart(minute, range.seconds);
        const stretch = {
          workspace,
          seconds: range.seconds,
          start: new Date(start),
          expiresAt: new Date(start + keptMs(range)),
        };
        const grown = this.openOf(stretch);
        grown.tally.join(tally);
        grown.isChanged = true;
      }
    }
    const documents = [...this.open.values()].filter(({ isChanged }) => isChanged).map((each) => this.documentOf(each));
    return { asOf, documents };
  }

  /** They are kept: forgets which had changed, and the stretches that were over then. */
  written({ asOf, documents }: ChangedSums): void {
    for (const { _id } of documents) {
      const written = this.open.get(_id);
      if (written) written.isChanged = false;
    }
    // What is counted since then is of the minute that ran then, or of later ones.
    const running = stretchStart(asOf, MINUTE_SECONDS);
    for (const [id, { stretch, isChanged }] of this.open) {
      if (!isChanged && stretch.start.getTime() + stretch.seconds * 1_000 <= running) this.open.delete(id);
    }
  }

  private openOf(stretch: Stretch): OpenStretch {
    const id = activityId(stretch, this.run);
    const known = this.open.get(id) ?? { stretch, tally: new ActivityTally(), isChanged: false };
    this.open.set(id, known);
    return known;
  }

  private documentOf({ stretch, tally }: OpenStretch): ActivityDocument {
    return {
      _id: activityId(stretch, this.run),
      ...stretch,
      events: tally.events,
      refused: tally.refused,
      lags: tally.lags.toCounts(),
      players: Buffer.from(tally.players.toBytes()).toString('base64'),
    };
  }
}

function countRecord(
  tally: ActivityTally,
  { status, effects, type, playerId, receivedAt }: EventRecord,
  now: number,
): void {
  tally.countEvent(status);
  tally.countRefused(effects.reduce((sum, { kind }) => (kind === 'refused' ? sum + 1 : sum), 0));
  tally.lags.add(now - receivedAt);
  // Orders, and what Laurel does by itself, make nobody active.
  if (status !== 'imported' && !type.startsWith(RESERVED_EVENT_TYPE_PREFIX)) tally.players.add(playerId);
}
