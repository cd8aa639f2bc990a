/**
 * Shows a step that takes long with its elapsed time: on one line of a terminal, else as a line every ten seconds.
 * A step that is over within a second shows nothing.
 */
export async function withProgress(label, step) {
  const live = process.stdout.isTTY;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const tick = () => process.stdout.write(live ? `\r\x1b[K${label} … ${seconds()} s` : `${label} … ${seconds()} s\n`);
  const first = setTimeout(tick, 1_000);
  const timer = setInterval(tick, live ? 1_000 : 10_000);
  try {
    return await step();
  } finally {
    clearTimeout(first);
    clearInterval(timer);
    if (seconds() >= 1) process.stdout.write(`${live ? '\r\x1b[K' : ''}${label}: ${seconds()} s\n`);
  }
}
