import { setTimeout as delay } from 'node:timers/promises';
import type { Bench } from '../../bench.ts';
import { cpuUseBetween } from '../../measure/cpu-meter.ts';
import { residentBytes } from '../../measure/proc-status.ts';
import { whole } from '../../report/format.ts';
import { measuredBoard } from '../../stack/program.ts';
import { eventsToSockets, failedBatches, seenFinding } from './events-to-sockets.ts';
import { ROWS, placeMarkers } from './place-markers.ts';

const GATEWAY = 'query-gateway';
const WATCH = { topic: `leaderboard:${measuredBoard}`, view: { kind: 'top', limit: ROWS } } as const;
/** Connections made per second; see `Crowd`. */
const OPENED_PER_SECOND = 400;
/** After this the memory of a gateway is read; what is left over from before is gone by then. */
const SETTLE_SECONDS = 6;
const SAMPLES_PER_SECOND = 2;
const WARM_UP_SOCKETS = 20;

const FAN_OUT_SOCKETS = 500;
/** As many as a view has rows, each with so many events that nearly every row of every delta changes. */
const FAN_OUT_PLAYERS = ROWS;
const FAN_OUT_EVENTS_PER_SECOND = 400;
const FAN_OUT_BATCH = 20;
const FAN_OUT_WARM_UP_SECONDS = 2;
const DRAIN_TIMEOUT_MS = 120_000;

/** Each one brings a frame to every socket; odd, so that they fall on every moment between two reads of the view. */
const MARKERS_PER_SECOND = 2.3;

/** Connections by the thousand: what each costs in memory, what a row to each costs, and what an event takes to reach the last. */
export async function measureSockets(bench: Bench, rate: number): Promise<void> {
  await measureMemory(bench);
  await holdSockets(bench, rate);
  await bench.crowd({ kind: 'crowd', act: 'close' });
  await measureFanOut(bench);
}

/** Rows that reach sockets per second of the gateway's processor time, all else that it does meanwhile included. */
async function measureFanOut(bench: Bench): Promise<void> {
  const sockets = Math.min(FAN_OUT_SOCKETS, bench.options.sockets);
  await openSockets(bench, sockets);
  await watchAll(bench, sockets);
  await sendToFew(bench, FAN_OUT_WARM_UP_SECONDS);
  const before = await bench.crowd({ kind: 'crowd', act: 'count' });
  const cpuBefore = bench.readCpu();
  const { seconds } = bench.options;
  await bench.step(`rows to ${whole(sockets)} sockets`, seconds, () => sendToFew(bench, seconds));
  const use = cpuUseBetween(cpuBefore, bench.readCpu());
  const after = await bench.crowd({ kind: 'crowd', act: 'count' });
  await bench.crowd({ kind: 'crowd', act: 'close' });
  const rows = after.rows - before.rows;
  const cpu = use.processes.filter(({ name }) => name === GATEWAY).reduce((sum, process) => sum + process.seconds, 0);
  const load = `${whole(sockets)} sockets, top ${ROWS}`;
  const failures = failuresOf(after);
  bench.live.findings.push(
    { work: 'row deltas to sockets', load, perSecond: rows / use.elapsedSeconds, failures },
    { work: 'the same, per core of the query gateway', load, perSecond: rows / cpu, failures },
    { work: 'frames of them, per core', load, perSecond: (after.deltas - before.deltas) / cpu, failures },
  );
  bench.say(`  ${whole(rows / cpu)} row deltas per second of the gateway's processor time`);
}

async function sendToFew(bench: Bench, seconds: number): Promise<void> {
  const before = await bench.scoring.processed();
  const pace = { kind: 'open', requestsPerSecond: FAN_OUT_EVENTS_PER_SECOND / FAN_OUT_BATCH, seconds } as const;
  const events = { batch: FAN_OUT_BATCH, order: 'random', players: FAN_OUT_PLAYERS } as const;
  const { items } = await bench.sendEvents(pace, FAN_OUT_BATCH, events);
  await bench.scoring.drained(before + items, DRAIN_TIMEOUT_MS);
}

/** Leaves the sockets open, all of them watching the same view. */
async function measureMemory(bench: Bench): Promise<void> {
  const { sockets } = bench.options;
  // Code that runs for the first time takes memory of its own.
  await openSockets(bench, WARM_UP_SOCKETS);
  await watchAll(bench, WARM_UP_SOCKETS);
  await bench.crowd({ kind: 'crowd', act: 'close' });
  const none = await settledMemory(bench);
  await openSockets(bench, sockets);
  const idle = await settledMemory(bench);
  await watchAll(bench, sockets);
  const watching = await settledMemory(bench);
  const each = (bytes: number): string => `${((bytes - none) / sockets / 1_024).toFixed(1)} KiB`;
  const note =
    `${whole(sockets)} sockets: the query gateway has ${whole(none / 1_024 ** 2)} MiB in RAM without them, ${each(idle)} more for ` +
    `each that has authenticated and watches nothing, ${each(watching)} for each that watches the top ${ROWS}. Garbage included.`;
  bench.live.notes.push(note);
  bench.say(`  ${note}`);
}

/** The least that the gateway has in RAM within a few seconds. */
async function settledMemory(bench: Bench): Promise<number> {
  const gateway = bench.stack.processes().find(({ name }) => name === GATEWAY);
  if (!gateway) throw new Error(`no ${GATEWAY} runs`);
  let least = Number.POSITIVE_INFINITY;
  for (let sample = 0; sample < SETTLE_SECONDS * SAMPLES_PER_SECOND; sample += 1) {
    await delay(1_000 / SAMPLES_PER_SECOND, undefined, { signal: bench.signal });
    least = Math.min(least, residentBytes(gateway.pid));
  }
  return least;
}

/** Beside batches of events: marker events change the view of all sockets, and who subscribed after all others is timed. */
async function holdSockets(bench: Bench, rate: number): Promise<void> {
  const { sockets, hold } = bench.options;
  const watches = await bench.step('placing players to watch', 5, () => placeMarkers(bench, 'crowd'));
  const before = await bench.crowd({ kind: 'crowd', act: 'count' });
  const pace = { rate, seconds: hold, markersPerSecond: MARKERS_PER_SECOND };
  const { load, seen, use } = await eventsToSockets(bench, { watches, ...pace });
  const after = await bench.crowd({ kind: 'crowd', act: 'count' });
  const beside = `beside ${whole(rate)} events/s in batches, for ${whole(hold)} s`;
  const crowd = `${whole(sockets)} sockets on one view`;
  const top = seenFinding(`event to the last of ${crowd}`, beside, seen, 'top');
  const deltas = after.deltas - before.deltas;
  bench.live.findings.push(
    { ...top, failures: { ...top.failures, ...failuresOf(after) } },
    seenFinding(`event to socket, ${ROWS} rows around a player`, 'the same', seen, 'around'),
    { work: 'deltas to these sockets', load: 'the same', perSecond: deltas / use.elapsedSeconds, failures: {} },
  );
  bench.live.costs.push({ work: `batches, ${crowd}`, unit: 'event', units: load.items, use });
  bench.live.notes.push(
    ...failedBatches(load),
    `Of the ${whole(sockets)} sockets ${whole(after.open)} were open at the end; ${whole(after.lost)} had been lost, ` +
      `${whole(after.gaps)} deltas did not continue the frame before, ${whole(after.skips)} snapshots stood in place of deltas.`,
  );
}

/** What must not happen to sockets that read as fast as they can. */
function failuresOf({ lost, gaps }: { readonly lost: number; readonly gaps: number }): Record<string, number> {
  return { ...(lost > 0 ? { 'connection lost': lost } : {}), ...(gaps > 0 ? { gap: gaps } : {}) };
}

function openSockets(bench: Bench, sockets: number): Promise<unknown> {
  return bench.step(`opening ${whole(sockets)} sockets`, sockets / OPENED_PER_SECOND, () =>
    bench.crowd({ kind: 'crowd', act: 'open', sockets, target: bench.target('query') }),
  );
}

function watchAll(bench: Bench, sockets: number): Promise<unknown> {
  return bench.step(`${whole(sockets)} sockets subscribe`, sockets / OPENED_PER_SECOND, () =>
    bench.crowd({ kind: 'crowd', act: 'watch', ...WATCH }),
  );
}
