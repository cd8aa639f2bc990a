import { runClosedLoop } from '../load/closed-loop.ts';
import { EventSource } from '../load/event-source.ts';
import { LoadRecorder, type LoadReport } from '../load/load-recorder.ts';
import { runOpenLoop } from '../load/open-loop.ts';
import { ReadSource } from '../load/read-source.ts';
import type { RequestSource } from '../load/request-source.ts';
import { steadySchedule } from '../load/schedule.ts';
import type { LoadJob } from './jobs.ts';

export async function runLoad(job: LoadJob): Promise<LoadReport> {
  const { connections, pace, target } = job;
  const source = sourceOf(job);
  const recorder = new LoadRecorder();
  const load = { port: target.port, connections, source, recorder };
  if (pace.kind === 'open') {
    await runOpenLoop({ ...load, schedule: steadySchedule(pace.requestsPerSecond, pace.seconds) });
  } else {
    await runClosedLoop({ ...load, seconds: pace.seconds, requests: pace.requests ?? Number.POSITIVE_INFINITY });
  }
  return recorder.report();
}

function sourceOf({ target, work }: LoadJob): RequestSource {
  switch (work.kind) {
    case 'events':
      return new EventSource(target, work.events);
    case 'reads':
      return new ReadSource(target, work.paths);
  }
}
