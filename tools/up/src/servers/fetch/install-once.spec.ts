import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentReport } from '../../report/report.ts';
import { installOnce } from './install-once.ts';

describe('installOnce', () => {
  let binDir: string;

  beforeEach(() => {
    binDir = mkdtempSync(join(tmpdir(), 'laurel-bin-'));
  });
  afterEach(() => rmSync(binDir, { recursive: true }));

  const fillWith = (text: string) => (dir: string) => {
    writeFileSync(join(dir, 'file'), text);
    return Promise.resolve();
  };

  it('fills a folder once', async () => {
    const dir = await installOnce({ binDir, report: silentReport }, 'redis-1', fillWith('first'));
    expect(await installOnce({ binDir, report: silentReport }, 'redis-1', fillWith('second'))).toBe(dir);
    expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('first');
  });

  it('leaves nothing behind when filling fails', async () => {
    const failing = installOnce({ binDir, report: silentReport }, 'redis-1', async (dir) => {
      await fillWith('half')(dir);
      throw new Error('the connection was lost');
    });
    await expect(failing).rejects.toThrow('the connection was lost');
    expect(readdirSync(binDir)).toEqual([]);
  });

  it('lets two runs fill at once, and keeps one whole folder', async () => {
    const dirs = await Promise.all(
      ['a', 'b'].map((text) => installOnce({ binDir, report: silentReport }, 'redis-1', fillWith(text))),
    );
    expect(dirs).toEqual([join(binDir, 'redis-1'), join(binDir, 'redis-1')]);
    expect(readdirSync(binDir)).toEqual(['redis-1']);
  });

  it('removes what a run that was killed has left half filled', async () => {
    // No process has a pid this high: Linux stops at 4,194,304, macOS at 99,998.
    mkdirSync(join(binDir, '.partial-99999999-redis-1-abc'));
    mkdirSync(join(binDir, `.partial-${process.pid}-mongodb-abc`));
    await installOnce({ binDir, report: silentReport }, 'redis-1', fillWith('whole'));
    expect(readdirSync(binDir).sort()).toEqual([`.partial-${process.pid}-mongodb-abc`, 'redis-1']);
  });
});
