/** The codes that a shell gives a program which a signal ended. */
export const interruptedExitCode = 130;

/**
 * Fires once when the process is asked to end: by Ctrl-C, by a signal, or because the bootstrap that started it is gone.
 * A terminal's Ctrl-C arrives more than once (from the terminal, from npm, from the bootstrap): repeats change nothing.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Error('stopped'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.channel) {
    process.on('disconnect', stop);
    process.channel.unref();
  }
  return controller.signal;
}

/** Keeps the process alive, also where nothing else does because all that runs was there already. */
export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const alive = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  clearInterval(alive);
}
