import type { TextSink } from './output.js';

const WIDTH = 24;
const REDRAW_MS = 200;
const PLAIN_MS = 10_000;

/** Shows how far a long piece of work is. */
export interface Progress {
  /** @param fraction done, 0 to 1 */
  update(fraction: number, detail: string): void;
  /** Takes it off the display. */
  end(): void;
}

/** How far something is, 0 to 1, as a bar with its percentage. */
export function progressBar(fraction: number): string {
  const whole = Math.min(1, Math.max(0, fraction));
  const filled = Math.round(whole * WIDTH);
  return `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${Math.floor(whole * 100)}%`;
}

/** A bar that is redrawn on one line of a terminal; elsewhere a line every ten seconds. */
export function startProgress(sink: TextSink, label: string): Progress {
  const live = sink.isTTY === true;
  let [text, shown] = ['', ''];
  const draw = (): void => {
    if (text === shown) return;
    shown = text;
    sink.write(live ? `\r\u001b[K${text.slice(0, (sink.columns ?? 100) - 1)}` : `${text}\n`);
  };
  const timer = setInterval(draw, live ? REDRAW_MS : PLAIN_MS);
  timer.unref();
  return {
    update: (fraction, detail) => {
      text = `${label} ${progressBar(fraction)} ${detail}`;
    },
    end: () => {
      clearInterval(timer);
      if (live) sink.write('\r\u001b[K');
    },
  };
}
