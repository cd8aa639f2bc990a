/** A long step that is under way. */
export interface Task {
  /** Says how far it is. */
  readonly update: (detail: string) => void;
  /** Takes it off the display. */
  readonly end: () => void;
}

/** Where the launcher tells what it does. */
export interface Report {
  readonly line: (text: string) => void;
  readonly task: (label: string) => Task;
}

/** Says nothing. */
export const silentReport: Report = {
  line: () => undefined,
  task: () => ({ update: () => undefined, end: () => undefined }),
};

const redrawMs = 250;
const plainMs = 10_000;

interface RunningTask {
  readonly label: string;
  readonly started: number;
  detail: string;
}

/**
 * Prints lines, and shows the tasks under way with their elapsed time: in a terminal on one line that is redrawn,
 * elsewhere as a plain line when they begin and one every ten seconds. `printLine` stands in where lines must not go
 * straight to `out`.
 */
export function createReport(
  out: NodeJS.WriteStream,
  printLine: (text: string) => void = (text) => void out.write(`${text}\n`),
): Report {
  const tasks = new Set<RunningTask>();
  const live = out.isTTY;
  let timer: NodeJS.Timeout | undefined;

  const clear = (): void => void (live && tasks.size > 0 && out.write('\r\u001b[K'));
  const draw = (): void => {
    if (tasks.size === 0) return;
    const text = [...tasks].map(describeTask).join(' · ');
    if (live) out.write(`\r\u001b[K  ${text.slice(0, Math.max(20, (out.columns || 100) - 3))}`);
    else out.write(`  … ${text}\n`);
  };
  const line = (text: string): void => {
    clear();
    printLine(text);
    if (live) draw();
  };
  const task = (label: string): Task => {
    const running: RunningTask = { label, started: performance.now(), detail: '' };
    if (!live) line(`  ${label} …`);
    tasks.add(running);
    if (live) draw();
    timer ??= setInterval(draw, live ? redrawMs : plainMs);
    timer.unref();
    return {
      update: (detail) => {
        running.detail = detail;
      },
      end: () => {
        clear();
        tasks.delete(running);
        if (tasks.size > 0) return void (live && draw());
        clearInterval(timer);
        timer = undefined;
      },
    };
  };
  return { line, task };
}

function describeTask(task: RunningTask): string {
  const seconds = Math.floor((performance.now() - task.started) / 1000);
  return `${task.label}${task.detail ? ` (${task.detail})` : ''} ${seconds} s`;
}
