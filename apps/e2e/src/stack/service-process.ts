import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '@laurel/testing';

const ROOT = join(__dirname, '../../../..');
const KEPT_LINES = 40;
const STOP_TIMEOUT_MS = 15_000;

/** A service as its users run it: the built `main.js` in a process of its own, on a free port. */
export class ServiceProcess {
  private child: ChildProcess | undefined;
  private port = 0;
  private readonly lines: string[] = [];

  constructor(
    readonly app: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the process and waits until it is ready. A restart listens on the port it had. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, 'apps', this.app, 'dist/main.js')], {
      env: {
        PATH: process.env['PATH'],
        LAUREL_HTTP_HOST: '127.0.0.1',
        ...this.environment,
        LAUREL_HTTP_PORT: String(this.port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on('line', (line) => this.read(line));
    await until(`${this.app} listens`, () => this.port > 0 || this.failIfEnded(child), 60_000);
    await until(
      `${this.app} is ready`,
      async () => (await fetch(`${this.url}/health/ready`)).ok || this.failIfEnded(child),
      60_000,
    );
  }

  /** SIGKILL: no chance to finish anything. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM. @returns the exit code */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit', { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  private read(line: string): void {
    this.lines.push(line);
    if (this.lines.length > KEPT_LINES) this.lines.shift();
    const listening = /"url":"http:\/\/[^"]*?:(\d+)"[^\n]*http\.listening/.exec(line);
    if (listening) this.port = Number(listening[1]);
  }

  private failIfEnded(child: ChildProcess): false {
    if (child.exitCode === null && child.signalCode === null) return false;
    throw new Error(`${this.app} ended:\n${this.lines.join('\n')}`);
  }
}

/** Runs a script of an app to its end. @returns what it printed */
export async function runScript(
  app: string,
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, 'apps', app, 'dist', script), ...args], {
    env: { PATH: process.env['PATH'], ...environment },
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
