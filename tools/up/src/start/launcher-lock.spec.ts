import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIdentity } from '../process/process-identity.ts';
import { type Claim, LauncherLock, runningUrls } from './launcher-lock.ts';

describe('LauncherLock', () => {
  let dataDir: string;
  const file = (): string => join(dataDir, 'run', 'start.json');

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'laurel-lock-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const lockOf = (claim: Claim): LauncherLock => {
    if (!claim.claimed) throw new Error('the lock was not claimed');
    return claim.lock;
  };

  it('is held by one launcher, which tells where its services are', () => {
    lockOf(LauncherLock.claim(dataDir)).announce({ query: 'http://127.0.0.1:7103' });
    expect(LauncherLock.claim(dataDir)).toMatchObject({
      claimed: false,
      holder: { pid: process.pid, urls: { query: 'http://127.0.0.1:7103' } },
    });
  });

  it('tells the command line where its services are, while it runs', () => {
    const urls = { admin: 'http://127.0.0.1:7102' };
    expect(runningUrls(dataDir)).toEqual({});
    const lock = lockOf(LauncherLock.claim(dataDir));
    expect(runningUrls(dataDir)).toEqual({});
    lock.announce(urls);
    expect(runningUrls(dataDir)).toEqual(urls);
    writeFileSync(file(), JSON.stringify({ pid: 99_999_999, identity: 'x', urls }));
    expect(runningUrls(dataDir)).toEqual({});
  });

  it('can be claimed again after its release', () => {
    lockOf(LauncherLock.claim(dataDir)).release();
    expect(LauncherLock.claim(dataDir).claimed).toBe(true);
  });

  it.each([
    ['a process that ended', { pid: 99_999_999, identity: 'x' }],
    ['a process whose pid another one has now', { pid: process.pid, identity: 'an earlier start' }],
  ])('is void when it names %s', (_, state) => {
    mkdirSync(join(dataDir, 'run'));
    writeFileSync(file(), JSON.stringify(state));
    expect(LauncherLock.claim(dataDir).claimed).toBe(true);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
      pid: process.pid,
      identity: processIdentity(process.pid),
    });
  });
});
