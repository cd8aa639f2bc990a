import type { LiveView } from '@laurel/contracts';
import { Connection } from '../load/connection.ts';
import { postRequest } from '../load/request-source.ts';
import { steadySchedule } from '../load/schedule.ts';
import { LatencyHistogram } from '../measure/latency-histogram.ts';
import type { WatchJob, WatchReport } from './jobs.ts';
import { LiveWatcher } from './live-watcher.ts';
import { MarkerLog } from './marker-log.ts';

/** How long after the last event frames are waited for, ms. */
const PATIENCE_MS = 10_000;
const REPEAT_MS = 100;

export async function runWatch(job: WatchJob): Promise<WatchReport> {
  const latency = { top: new LatencyHistogram(), around: new LatencyHistogram() };
  const logs = job.watches.map(
    ({ markers, view }) => new MarkerLog(markers, (latencyMs) => latency[view.kind].record(latencyMs)),
  );
  const watchers = await Promise.all(
    job.watches.map((watch, index) =>
      LiveWatcher.open({ ...watch, port: job.queryPort, topic: job.topic }, (playerId, score) =>
        logs[index]?.seen(playerId, score, performance.now()),
      ),
    ),
  );
  const unseenIn = (kind: LiveView['kind']): number =>
    logs.reduce((sum, log, index) => sum + (job.watches[index]?.view.kind === kind ? log.unseen : 0), 0);
  try {
    const repeatedPosts = await sendMarkers(job, logs);
    const deadline = performance.now() + PATIENCE_MS;
    while (logs.some(({ unseen }) => unseen > 0) && performance.now() < deadline) await pause(20);
    for (const { failure } of watchers) if (failure !== undefined) throw new Error(`the live feed ended: ${failure}`);
    return {
      latency: { top: latency.top.summary(), around: latency.around.summary() },
      events: Math.round(job.eventsPerSecond * job.seconds),
      unseen: { top: unseenIn('top'), around: unseenIn('around') },
      frames: watchers.reduce((sum, { frames }) => sum + frames, 0),
      repeatedPosts,
    };
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

/** Sends each event when it is due. @returns how many posts had to be repeated */
async function sendMarkers(job: WatchJob, logs: readonly MarkerLog[]): Promise<number> {
  const { ingestion, eventsPerSecond, seconds, idPrefix } = job;
  const schedule = steadySchedule(eventsPerSecond, seconds);
  const markers = job.watches.flatMap((watch, index) =>
    watch.markers.map(({ playerId }) => ({ playerId, log: logs[index] })),
  );
  const post = posting(ingestion.port);
  const start = performance.now();
  const posts: Promise<number>[] = [];
  for (let index = 0; index < schedule.count; index += 1) {
    const intendedAt = start + schedule.dueMs(index);
    const waitMs = intendedAt - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const marker = markers[index % markers.length];
    if (!marker) break;
    marker.log?.due(marker.playerId, intendedAt);
    const posted = post(postRequest(ingestion, '/v1/events', markerEvent(marker.playerId, `${idPrefix}-${index}`)));
    posted.catch(() => undefined);
    posts.push(posted);
  }
  const repeats = await Promise.all(posts);
  return repeats.reduce((sum, count) => sum + count, 0);
}

/** Posts over connections that are kept: repeated under the same id until accepted, as clients should. */
function posting(port: number): (request: string) => Promise<number> {
  const idle: Connection[] = [];
  return async (request) => {
    const connection = idle.pop() ?? new Connection(port);
    for (let repeats = 0; ; repeats += 1) {
      const status = await new Promise<number>((resolve) =>
        connection.send(request, (outcome) => resolve('failure' in outcome ? 0 : outcome.status)),
      );
      if (status === 202) {
        idle.push(connection);
        return repeats;
      }
      if (status >= 400 && status < 500 && status !== 429) throw new Error(`a marker event was answered ${status}`);
      await pause(REPEAT_MS);
    }
  };
}

function markerEvent(playerId: string, eventId: string): string {
  const properties = { mode: 'ranked', points: 1, kills: 0, rating: 1 };
  return JSON.stringify({ eventId, type: 'match_finished', playerId, properties });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
