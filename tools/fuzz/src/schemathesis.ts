import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@laurel/up';

/** Every version of which is named: a run today and a run next year send the same for the same seed. */
const REQUIREMENTS = join(import.meta.dirname, '..', 'requirements.txt');
const PYTHON = 'python3';
/** What the fuzzer can't do by itself. */
const HOOKS_FOLDER = import.meta.dirname;
const HOOKS = 'ndjson_hooks';

/** What must hold of every answer, in the fuzzer's own names. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

export interface FuzzRun {
  /** Of the gateway, whose `/openapi.json` says what it promises. */
  readonly url: string;
  readonly secretKey: string;
  readonly maxExamples: number;
  readonly seed: number;
  /** Where the report goes, as JUnit XML. */
  readonly reportFile: string;
}

/** The fuzzer, installed for this clone alone. */
export class Schemathesis {
  private readonly folder: string;
  private readonly signal: AbortSignal;

  private constructor(folder: string, signal: AbortSignal) {
    this.folder = folder;
    this.signal = signal;
  }

  /**
   * Installs it with pip, unless these versions are there.
   *
   * @param binDir folder for what is fetched
   * @throws Error when there is no Python 3.10 or newer with pip, or pip fails
   */
  static async install(binDir: string, report: Report, signal: AbortSignal): Promise<Schemathesis> {
    const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
    const folder = join(binDir, `schemathesis-${version}`);
    if (existsSync(folder)) return new Schemathesis(folder, signal);
    mkdirSync(binDir, { recursive: true });
    const partial = `${folder}.partial-${process.pid}`;
    const task = report.task('installing schemathesis with pip');
    try {
      const args = ['--quiet', '--disable-pip-version-check', '--no-input', '--target', partial, '-r', REQUIREMENTS];
      const code = await run(PYTHON, ['-m', 'pip', 'install', ...args], {}, signal);
      if (code !== 0) throw new Error('Installing failed: the fuzzer needs Python 3.10 or newer with pip.');
      if (!existsSync(folder)) renameSync(partial, folder);
    } finally {
      task.end();
      rmSync(partial, { recursive: true, force: true });
    }
    return new Schemathesis(folder, signal);
  }

  /** Attacks one gateway, with what it finds on standard output. @returns whether everything held */
  async attack({ url, secretKey, maxExamples, seed, reportFile }: FuzzRun): Promise<boolean> {
    const args = [
      ...['-m', 'schemathesis.cli', 'run', `${url}/openapi.json`],
      ...['--header', `Authorization: Bearer ${secretKey}`],
      ...['--phases', 'examples,coverage,fuzzing', '--mode', 'all', '--checks', CHECKS.join()],
      ...['--max-examples', String(maxExamples), '--seed', String(seed), '--continue-on-failure'],
      // Most made-up ids lead nowhere; that is no news.
      ...['--warnings', 'off', '--request-timeout', '30', '--report-junit-path', reportFile],
    ];
    // There it leaves what `replay` needs, and not where it was called.
    return (
      (await run(
        PYTHON,
        args,
        { PYTHONPATH: `${this.folder}:${HOOKS_FOLDER}`, SCHEMATHESIS_HOOKS: HOOKS },
        this.signal,
        this.folder,
      )) === 0
    );
  }
}

function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
  cwd?: string,
): Promise<number> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<number>((settle, fail) => {
    child.once('error', (error) => fail(new Error(`${command} does not run: ${error.message}`)));
    child.once('exit', (code) => settle(code ?? 1));
  }).finally(() => signal.removeEventListener('abort', stop));
}
