/** Linux tells processor time in ticks of 10 ms, whatever the kernel's own timer. */
const TICKS_PER_SECOND = 100;

export interface ProcessTime {
  /** Name of the program, up to 15 characters. */
  readonly program: string;
  /** In user and system mode, all threads together. */
  readonly cpuSeconds: number;
}

/** Reads `/proc/<pid>/stat`; undefined for what is not such a file. */
export function parseProcessStat(text: string): ProcessTime | undefined {
  // The program's name, in parentheses, may hold spaces and parentheses: fields are counted from the last one.
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  if (open < 0 || close < open) return undefined;
  const fields = text.slice(close + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (!Number.isFinite(ticks)) return undefined;
  return { program: text.slice(open + 1, close), cpuSeconds: ticks / TICKS_PER_SECOND };
}

/**
 * Reads the first line of `/proc/stat`: processor seconds since boot in which any processor did anything, for this machine
 * or (steal) for another one on the same host.
 */
export function parseBusySeconds(text: string): number | undefined {
  const line = text.split('\n', 1)[0] ?? '';
  if (!line.startsWith('cpu ')) return undefined;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const ticks = user + nice + system + irq + softirq + steal;
  return Number.isFinite(ticks) ? ticks / TICKS_PER_SECOND : undefined;
}
