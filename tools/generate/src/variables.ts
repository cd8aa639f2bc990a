import { type ConfigRow, describeConfig } from '@laurel/platform-config';
import { PROCESSES } from './processes.ts';

/** One environment variable, over all processes that read it. */
export interface Variable extends Omit<ConfigRow, 'defaultText'> {
  /** Default by process, in the order of `PROCESSES`. */
  readonly readers: ReadonlyMap<string, string>;
}

/** Every variable, by name. */
export function variables(): Variable[] {
  const rows = PROCESSES.flatMap(({ name, config }) => describeConfig(config).map((row) => ({ process: name, row })));
  const names = [...new Set(rows.map(({ row }) => row.name))].sort();
  return names.map((name) => {
    const readings = rows.filter(({ row }) => row.name === name);
    const [first] = readings;
    if (!first) throw new Error(`nothing reads ${name}`);
    return { ...first.row, readers: new Map(readings.map(({ process, row }) => [process, row.defaultText])) };
  });
}

/** The one default of a variable; undefined where it is required or differs by process. */
export function commonDefault({ required, readers }: Variable): string | undefined {
  const defaults = new Set(readers.values());
  return !required && defaults.size === 1 ? [...defaults][0] : undefined;
}
