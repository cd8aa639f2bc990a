import { mkdtempSync, rmSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptProcess } from './kept-process.ts';
import { readPidFiles } from './pid-file.ts';
import { isRunning } from './process-identity.ts';
import { signalGroup, stopLeftovers } from './stop-process.ts';
import { waitFor } from './wait.ts';

const backOff = { firstMs: 1, longestMs: 4, steadyMs: 60_000 };

describe('KeptProcess', () => {
  let dir: string;
  let notices: string[];
  const kept: KeptProcess[] = [];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'laurel-kept-'));
    notices = [];
  });
  afterEach(async () => {
    await Promise.all(kept.splice(0).map((process) => process.stop(1_000)));
    rmSync(dir, { recursive: true });
  });

  const keep = (script: string, firstTries = 1, background = false): KeptProcess => {
    const process_ = new KeptProcess({
      launch: () => ({ name: 'sample', command: process.execPath, args: ['-e', script], background }),
      ready: async (signal) => {
        await waitFor(() => Promise.resolve(pid() === undefined ? undefined : true), { timeoutMs: 10_000, signal });
      },
      folders: { runDir: join(dir, 'run'), logsDir: join(dir, 'logs') },
      notice: (text) => notices.push(text),
      firstTries,
      backOff,
    });
    kept.push(process_);
    return process_;
  };
  const pid = (): number | undefined => readPidFiles(join(dir, 'run'))[0]?.pid;
  const until = (condition: () => boolean): Promise<true> =>
    waitFor(() => Promise.resolve(condition() || undefined), { timeoutMs: 20_000, intervalMs: 5 });

  const forever = 'setInterval(() => {}, 1000)';

  it('starts a killed process again and tells of it', async () => {
    await keep(forever).start();
    const first = pid() ?? 0;
    signalGroup(first, 'SIGKILL');
    await until(() => notices.length === 2);
    expect(notices[0]).toMatch(/^ended by SIGKILL; restarting in 0\.00 s$/);
    expect(notices[1]).toMatch(/^is ready again after /);
    expect(pid()).not.toBe(first);
  });

  it('lets a background process give way to the others', async () => {
    const own = getPriority();
    await keep(forever).start();
    expect(getPriority(pid())).toBe(own);
    await Promise.all(kept.splice(0).map((process) => process.stop(1_000)));

    await keep(forever, 1, true).start();
    expect(getPriority(pid())).toBe(Math.max(10, own));
  });

  it('ends a process that will not listen, and forgets it', async () => {
    const process_ = keep(`process.on('SIGTERM', () => {}); ${forever}`);
    await process_.start();
    const [record] = readPidFiles(join(dir, 'run'));
    await Promise.all([process_.stop(50), process_.stop(50)]);
    expect(record && isRunning(record.pid, record.identity)).toBe(false);
    expect(readPidFiles(join(dir, 'run'))).toEqual([]);
    expect(notices).toEqual([]);
  });

  it('gives up on one that never gets ready, with the end of its log', async () => {
    const process_ = new KeptProcess({
      launch: () => ({
        name: 'sample',
        command: process.execPath,
        args: ['-e', 'console.log("no such port"); process.exit(3)'],
      }),
      ready: (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('ended')))),
      folders: { runDir: join(dir, 'run'), logsDir: join(dir, 'logs') },
      notice: (text) => notices.push(text),
      firstTries: 2,
      backOff,
    });
    await expect(process_.start()).rejects.toThrow(
      /ended with exit code 3\. Last lines of .*\nno such port\nno such port$/,
    );
  });

  it('says that a command does not exist', async () => {
    const process_ = new KeptProcess({
      launch: () => ({ name: 'sample', command: join(dir, 'absent'), args: [] }),
      ready: () => new Promise(() => undefined),
      folders: { runDir: join(dir, 'run'), logsDir: join(dir, 'logs') },
      notice: (text) => notices.push(text),
      firstTries: 1,
    });
    await expect(process_.start()).rejects.toThrow(/could not be started: spawn .*ENOENT/);
  });

  it('leaves a note by which a later start stops what a killed launcher left running', async () => {
    await keep(forever).start();
    const [record] = readPidFiles(join(dir, 'run'));
    expect(await stopLeftovers(join(dir, 'run'))).toEqual(['sample']);
    expect(record && isRunning(record.pid, record.identity)).toBe(false);
  });
});
