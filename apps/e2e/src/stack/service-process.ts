import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '@laurel/testing';

const ROOT = join(__dirname, '../../../..');
const KEPT_LINES = 40;
const STOP_TIMEOUT_MS = 15_000;

/** What every process gets, whatever it is configured with; the rest of the environment is the suite's own. */
export const surroundings = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
});

/** A service as its users run it: the built `main.js` in a process of its own, on a free port. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private port = 0;
  private isForeign = false;
  private readonly lines: string[] = [];
  private readonly listeners: ((line: string) => void)[] = [];

  constructor(
    readonly app: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Stands for a process that somebody else runs. */
  runsAt(url: string): void {
    this.port = Number(new URL(url).port);
    this.isForeign = true;
  }

  /** Undefined while it does not run. */
  get pid(): number | undefined {
    return this.child && isRunning(this.child) ? this.child.pid : undefined;
  }

  /** Starts the process and waits until it is ready. A restart listens on the port it had. */
  async start(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const child = this.launch(more);
    await until(`${this.app} listens`, () => this.port > 0 || this.failIfEnded(child), 60_000);
    await until(
      `${this.app} is ready`,
      async () => (await fetch(`${this.url}/health/ready`)).ok || this.failIfEnded(child),
      60_000,
    );
  }

  /**
   * Starts the process without waiting for it.
   *
   * @param more environment of this start alone
   */
  launch(more: Readonly<Record<string, string>> = {}): ChildProcess {
    this.failIfForeign();
    const child = spawn(process.execPath, [join(ROOT, 'apps', this.app, 'dist/main.js')], {
      env: {
        ...surroundings(),
        LAUREL_HTTP_HOST: '127.0.0.1',
        ...this.environment,
        ...more,
        LAUREL_HTTP_PORT: String(this.port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on('line', (line) => this.read(line));
    return child;
  }

  /** The last lines that it wrote. */
  get log(): readonly string[] {
    return this.lines;
  }

  /** Hears each further line that it writes. */
  onLine(listener: (line: string) => void): void {
    this.listeners.push(listener);
  }

  /** Such as SIGSTOP, which it can't refuse. */
  signal(signal: NodeJS.Signals): void {
    this.failIfForeign();
    this.child?.kill(signal);
  }

  /** SIGKILL: no chance to finish anything. */
  async kill(): Promise<void> {
    this.failIfForeign();
    await this.end('SIGKILL');
  }

  /** SIGTERM. @returns the exit code */
  async stop(): Promise<number | null> {
    this.failIfForeign();
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = undefined;
    if (!child || !isRunning(child)) return child?.exitCode ?? null;
    const exited = once(child, 'exit', { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  private read(line: string): void {
    for (const listener of this.listeners) listener(line);
    this.lines.push(line);
    if (this.lines.length > KEPT_LINES) this.lines.shift();
    const listening = /"url":"http:\/\/[^"]*?:(\d+)"[^\n]*http\.listening/.exec(line);
    if (listening) this.port = Number(listening[1]);
  }

  private failIfForeign(): void {
    if (this.isForeign) throw new Error(`${this.app} is shared with other suites: this one wants a stack of its own`);
  }

  private failIfEnded(child: ChildProcess): false {
    if (isRunning(child)) return false;
    throw new Error(`${this.app} ended:\n${this.lines.join('\n')}`);
  }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** Runs a script of an app to its end. @returns what it printed */
export async function runScript(
  app: string,
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, 'apps', app, 'dist', script), ...args], {
    env: { ...surroundings(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${app} ${script} ended with ${code}: ${errors}\n${output}`);
  return output;
}
