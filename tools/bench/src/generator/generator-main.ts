import type { GeneratorAnswer, Job } from './jobs.ts';
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

function perform(job: Job): ReturnType<typeof runLoad> | ReturnType<typeof runWatch> {
  return job.kind === 'load' ? runLoad(job) : runWatch(job);
}

function answer(message: GeneratorAnswer): void {
  process.send?.(message);
}
