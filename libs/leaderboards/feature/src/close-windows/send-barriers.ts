import { randomUUID } from 'node:crypto';
import {
  type BarrierDocument,
  type BarrierMessage,
  type BoardWindowDocument,
  EVENTS_PARTITIONS,
  type Topics,
  playerKey,
} from '@laurel/contracts';
import type { Clock } from '@laurel/kernel';
import type { KafkaProducer } from '@laurel/platform-kafka';
import type { ClosingStore } from './closing-store.mongo.js';
import type { ClosingSteps } from './ports.js';

/** A barrier is written again after a second where a partition has not noted it, then ever more seldom, ms. */
const FIRST_AGAIN_MS = 1_000;
const LONGEST_AGAIN_MS = 30_000;

interface Sending {
  readonly first: number;
  next: number;
  pauseMs: number;
}

/** What the barriers of the windows that are closing say. */
export interface Barred {
  /** Windows that all partitions have come to the barrier of: nothing more comes into them. */
  readonly certified: readonly BoardWindowDocument[];
  /** Partitions that have not noted a barrier, with when it was written first (ms). */
  readonly missing: ReadonlyMap<number, number>;
}

/**
 * Writes the barriers of windows that are closing into every partition, until all have noted them. Whoever comes after an instance
 * that died with half of them written goes on with the same ids: they stand in the windows.
 */
export class SendBarriers {
  private readonly sendings = new Map<string, Sending>();

  constructor(
    private readonly store: Pick<ClosingStore, 'notesOf' | 'changeBarrier'>,
    private readonly producer: Pick<KafkaProducer, 'send'>,
    private readonly topics: Pick<Topics, 'events'>,
    private readonly steps: ClosingSteps,
    private readonly clock: Clock,
  ) {}

  /** @param clocked workspaces that live in a time of their own */
  async send(closing: readonly BoardWindowDocument[], clocked: ReadonlySet<string>): Promise<Barred> {
    const groups = byBarrier(closing);
    for (const id of this.sendings.keys()) if (!groups.has(id)) this.sendings.delete(id);
    const notes = await this.store.notesOf([...groups.keys()]);
    const certified: BoardWindowDocument[] = [];
    const missing = new Map<number, number>();
    for (const [id, windows] of groups) {
      const noted = notes.get(id) ?? [];
      const fitting = await this.withoutLater(windows, noted);
      const waiting = partitionsWithout(noted);
      if (waiting.length === 0) {
        certified.push(...fitting);
        continue;
      }
      const first = await this.sendAgain(messageOf(id, fitting, clocked), waiting);
      for (const partition of waiting) missing.set(partition, Math.min(first, missing.get(partition) ?? first));
    }
    return { certified, missing };
  }

  /** A window that closed after what a partition noted, for it came later under the same id, gets a barrier of its own. */
  private async withoutLater(
    windows: readonly BoardWindowDocument[],
    noted: readonly BarrierDocument[],
  ): Promise<BoardWindowDocument[]> {
    const fits = ({ closesAt }: BoardWindowDocument): boolean => noted.every(({ at }) => at >= closesAt);
    const next = randomUUID();
    for (const window of windows) if (!fits(window)) await this.store.changeBarrier(window, next);
    return windows.filter(fits);
  }

  /** @returns when it was written first, ms */
  private async sendAgain(message: BarrierMessage | undefined, partitions: readonly number[]): Promise<number> {
    const now = this.clock.now();
    if (!message) return now;
    const sending = this.sendings.get(message.id) ?? { first: now, next: now, pauseMs: FIRST_AGAIN_MS };
    this.sendings.set(message.id, sending);
    if (now < sending.next) return sending.first;
    for (const partition of partitions) {
      const key = playerKey(message.workspace ?? '', '');
      const sent = await this.producer.send(this.topics.events, [{ partition, key, value: JSON.stringify(message) }]);
      // The log is away: the next pass tries again.
      if (!sent.ok) return sending.first;
      this.steps.reach('barred');
    }
    sending.next = now + sending.pauseMs;
    sending.pauseMs = Math.min(sending.pauseMs * 2, LONGEST_AGAIN_MS);
    return sending.first;
  }
}

function byBarrier(closing: readonly BoardWindowDocument[]): Map<string, BoardWindowDocument[]> {
  const groups = new Map<string, BoardWindowDocument[]>();
  for (const window of closing) {
    const group = groups.get(window.barrier);
    if (group) group.push(window);
    else groups.set(window.barrier, [window]);
  }
  return groups;
}

function partitionsWithout(noted: readonly BarrierDocument[]): number[] {
  const known = new Set(noted.map(({ partition }) => partition));
  return Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => partition).filter((each) => !known.has(each));
}

/** The windows under one id are of one workspace's time, or of the brokers'. */
function messageOf(
  id: string,
  windows: readonly BoardWindowDocument[],
  clocked: ReadonlySet<string>,
): BarrierMessage | undefined {
  const [first] = windows;
  if (!first) return undefined;
  const at = Math.max(...windows.map(({ closesAt }) => closesAt));
  return { v: 1, kind: 'barrier', id, workspace: clocked.has(first.workspace) ? first.workspace : null, at };
}
