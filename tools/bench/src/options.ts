import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const parts = ['events', 'socket', 'live', 'reads', 'scale', 'leagues', 'windows', 'boards', 'rules'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly only: readonly Part[];
  /** Length of each measurement. */
  readonly seconds: number;
  /** Events per second: where the search begins; without `events`, the load that is taken for the highest. */
  readonly rate: number;
  /** On every board, while events are measured. */
  readonly players: number;
  /** Players on every board while reads are measured. */
  readonly board: number;
  /** Sizes of the boards that `scale` compares. */
  readonly sizes: readonly number[];
  /** Connections that `live` holds. */
  readonly sockets: number;
  /** How long `live` holds them beside events, seconds. */
  readonly hold: number;
  /** Whether the results go into the documentation. */
  readonly write: boolean;
  /** Folder for CPU profiles of the services. */
  readonly profile: string | undefined;
}

export const help = `Measures Laurel under load, on servers, ports and data of its own that are removed afterwards.

  npm run bench -- [options]

  --only <parts>       a comma list out of ${parts.join(', ')} (default: events, socket, reads)
                         events   batches of 100: the highest rate that is scored as fast as it comes; single events
                         socket   from an event to the WebSocket frame that shows it, at half of that rate
                         live     sockets by the thousand: memory of each, rows to them, and how long an event takes to
                                  the last of them at half of that rate; only when asked for
                         reads    top 50, random pages of 50, rows around a player, on a board of a million
                         scale    reads, events and rebuilding ranks on boards of a million and of ten millions; only when
                                  asked for: it takes a quarter of an hour, 12 GiB of memory and 10 GiB of disk
                         leagues  the end of a week of a league in groups of 50: closing it, and moving players; only when
                                  asked for
                         windows  windows that end: one of a board of a million beside events, and those of a thousand boards
                                  at once; reads with windows and splits beside those without; only when asked for
                         boards   reads of a hundred boards with a split; only when asked for
                         rules    events through ten compiled rules in this process, without I/O; only when asked for, and
                                  not part of what --write puts into the documentation
  --seconds <number>   length of each measurement, 2 to 120 (default 20); a whole run takes about 15 times as long
  --rate <number>      events per second with which the search begins (default 8000); where events are not measured,
                       the rate of which socket, live and windows (3000 at most) take half
  --players <number>   players on every board while events are measured, and on each of a hundred, 1000 to 1000000 (default 100000)
  --board <number>     players on every board while reads are measured, 1000 to 10000000 (default 1000000)
  --sizes <list>       sizes of the boards that scale compares (default 1000000,10000000)
  --sockets <number>   sockets that live holds, 20 to 60000 (default 10000); each process needs as many open files
  --hold <number>      how long live holds them beside events, 2 to 3600 seconds (default --seconds)
  --write              put the results into docs/benchmarks.md
  --profile <folder>   have every service write a CPU profile there when it stops
  --help, -h           this text

Everything shares the cores of this machine, the load generator included: run it on one that does nothing else.
LAUREL_… variables of the environment apply to the services, except the addresses of servers.

Exit codes: 0 when all was measured, 1 when not, 130 when interrupted.
`;

const defaults = {
  ...{ seconds: 20, rate: 8_000, players: 100_000, board: 1_000_000, sizes: '1000000,10000000', sockets: 10_000 },
};
const usualParts: readonly Part[] = ['events', 'socket', 'reads'];

/** @throws Error that names the argument that is wrong. */
export function parseBenchOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      seconds: { type: 'string' },
      rate: { type: 'string' },
      players: { type: 'string' },
      board: { type: 'string' },
      sizes: { type: 'string' },
      sockets: { type: 'string' },
      hold: { type: 'string' },
      write: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const seconds = wholeNumber('--seconds', values.seconds, defaults.seconds, 2, 120);
  return {
    only: values.only === undefined ? usualParts : parseParts(values.only),
    seconds,
    rate: wholeNumber('--rate', values.rate, defaults.rate, 100, 100_000),
    players: wholeNumber('--players', values.players, defaults.players, 1_000, 1_000_000),
    board: wholeNumber('--board', values.board, defaults.board, 1_000, 10_000_000),
    sizes: (values.sizes ?? defaults.sizes)
      .split(',')
      .map((size) => wholeNumber('--sizes', size, 0, 1_000, 20_000_000)),
    sockets: wholeNumber('--sockets', values.sockets, defaults.sockets, 20, 60_000),
    hold: wholeNumber('--hold', values.hold, seconds, 2, 3_600),
    write: values.write,
    profile: values.profile,
  };
}

function parseParts(list: string): Part[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`--only: "${unknown}" is none of ${parts.join(', ')}`);
  return parts.filter((part) => names.includes(part));
}

function wholeNumber(name: string, text: string | undefined, byDefault: number, min: number, max: number): number {
  if (text === undefined) return byDefault;
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Error(`${name} is a whole number from ${min} to ${max}, not "${text}"`);
}
