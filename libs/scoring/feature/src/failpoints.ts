/**
 * Where a test can let the process die: right after this step of the pipeline; `swept` after each page that an erasure writes; then those
 * of the closing of windows: `marked` after they were found over, `barred` after each partition that was sent a barrier, `freezing` after
 * each part of the rows, `frozen`, `settling` before a window is settled.
 */
export const FAILPOINTS = [
  ...['claimed', 'decided', 'committed', 'projected', 'published', 'swept'],
  ...['marked', 'barred', 'freezing', 'frozen', 'settling'],
  ...['run_begun', 'page_granted', 'granted', 'approved', 'taken', 'ordered'],
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

/** What kills the process, as SIGKILL does: nothing more is written, flushed or answered. */
const killThisProcess = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/**
 * Lets the process die at a chosen step, so that tests can prove that nothing is lost or doubled there. Off unless configured.
 */
export class Failpoints {
  private readonly point: string | undefined;
  private left: number;

  /** @param setting `<step>` or `<step>:<n>`: dies when the step is reached the n-th time; empty: never */
  constructor(
    setting: string,
    private readonly die: () => void = killThisProcess,
  ) {
    const [point, times = '1'] = setting.split(':');
    this.point = point;
    this.left = Number(times);
  }

  reach(point: Failpoint): void {
    if (point !== this.point) return;
    this.left -= 1;
    if (this.left === 0) this.die();
  }
}
