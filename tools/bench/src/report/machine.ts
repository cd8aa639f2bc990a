import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';

/** What the results depend on. */
export interface Circumstances {
  readonly date: Date;
  readonly command: string;
  readonly commit: string;
  readonly machine: string;
  readonly software: readonly string[];
  /** Names of the variables that changed how the services run. */
  readonly variables: readonly string[];
}

const BYTES_PER_GIB = 2 ** 30;
/** Written by the bench itself. */
const RESULTS_FILE = 'docs/benchmarks.md';

export function circumstances(root: string, args: readonly string[], servers: readonly string[]): Circumstances {
  return {
    date: new Date(),
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    commit: commitOf(root),
    machine: describeMachine(),
    software: [`Node ${process.versions.node}`, ...servers],
    variables: Object.keys(process.env).filter((name) => name.startsWith('LAUREL_')),
  };
}

function describeMachine(): string {
  const model = cpus()[0]?.model.trim();
  const cores = `${availableParallelism()} cores${model ? ` (${model})` : ''}`;
  return `${cores}, ${Math.round(totalmem() / BYTES_PER_GIB)} GiB of memory, ${platform()} ${release()}`;
}

function commitOf(root: string): string {
  const commit = git(root, ['rev-parse', '--short=12', 'HEAD']);
  if (commit === undefined) return 'not under version control';
  const changes = git(root, ['status', '--porcelain', '--', '.', `:!${RESULTS_FILE}`]);
  return changes === '' ? commit : `${commit} and changes not committed`;
}

function git(root: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', [...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
