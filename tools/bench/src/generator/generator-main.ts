import { Crowd } from './crowd.ts';
import type { GeneratorAnswer, Job, ReportOf } from './jobs.ts';
import { runLoad } from './run-load.ts';
import { runWatch } from './run-watch.ts';

/** The load generator: a process of its own that does one job at a time and ends with the process that started it. */
process.on('message', (job: Job) => {
  perform(job).then(
    (report) => answer({ kind: 'done', report }),
    (error: unknown) => answer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole terminal; whoever started this decides when it ends.
process.on('SIGINT', () => undefined);

const crowd = new Crowd();

function perform(job: Job): Promise<ReportOf<Job>> {
  switch (job.kind) {
    case 'load':
      return runLoad(job);
    case 'watch':
      return runWatch(job);
    case 'crowd':
      return crowd.run(job);
  }
}

function answer(message: GeneratorAnswer): void {
  process.send?.(message);
}
