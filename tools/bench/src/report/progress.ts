import type { Report } from '@laurel/up';

const WIDTH = 24;
const REDRAW_MS = 250;

/** How far something is, 0 to 1, as a bar with its percentage. */
export function progressBar(fraction: number): string {
  const whole = Math.min(1, Math.max(0, fraction));
  const filled = Math.round(whole * WIDTH);
  return `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${Math.floor(whole * 100)}%`;
}

/** Shows work that is expected to take `seconds`: a bar in a terminal, else a line now and then. */
export async function withProgress<T>(
  report: Report,
  label: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const task = report.task(label);
  const start = performance.now();
  const draw = (): void => task.update(progressBar((performance.now() - start) / 1_000 / seconds));
  const timer = setInterval(draw, REDRAW_MS);
  draw();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    task.end();
  }
}
