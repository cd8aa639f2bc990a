/**
 * Shows a step that takes long with its elapsed time, on standard error: on one line of a terminal, else as a line every ten
 * seconds. Standard output is the command's.
 * A step that is over within a second shows nothing.
 */
export async function withProgress(label, step) {
  const live = process.stderr.isTTY;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const tick = () => process.stderr.write(live ? `\r\x1b[K${label} … ${seconds()} s` : `${label} … ${seconds()} s\n`);
  const first = setTimeout(tick, 1_000);
  const timer = setInterval(tick, live ? 1_000 : 10_000);
  try {
    return await step();
  } finally {
    clearTimeout(first);
    clearInterval(timer);
    if (seconds() >= 1) process.stderr.write(`${live ? '\r\x1b[K' : ''}${label}: ${seconds()} s\n`);
  }
}
