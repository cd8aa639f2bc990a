import type { Bench } from '../../bench.ts';
import { whole } from '../../report/format.ts';
import { eventsToSockets, failedBatches, seenFinding } from './events-to-sockets.ts';
import { ROWS, placeMarkers } from './place-markers.ts';

/** Not a divisor of the pace at which views are read: marker events fall on every moment between two reads. */
const MARKERS_PER_SECOND = 37;

/**
 * From an event to the frame that shows it, while batches of other players' events come at `rate` per second: for a view of
 * the top, and for views around players in the middle of the board. Markers get no other events.
 */
export async function measureLiveFeed(bench: Bench, rate: number): Promise<void> {
  const { seconds } = bench.options;
  const watches = await bench.step('placing players to watch', 5, () => placeMarkers(bench));
  const pace = { rate, seconds, markersPerSecond: MARKERS_PER_SECOND };
  const { load, seen, use } = await eventsToSockets(bench, { watches, ...pace });
  const beside = `beside ${whole(rate)} events/s in batches`;
  bench.results.findings.push(
    seenFinding(`event to socket, view of the top ${ROWS}`, beside, seen, 'top'),
    seenFinding(`event to socket, ${ROWS} rows around a player`, beside, seen, 'around'),
  );
  bench.results.costs.push({ work: 'batches at half, watched', unit: 'event', units: load.items, use });
  bench.results.notes.push(...failedBatches(load));
}
