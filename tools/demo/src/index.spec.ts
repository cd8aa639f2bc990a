import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

describe('the package', () => {
  it('is run by Node itself, without a build', async () => {
    const script = `
      const { readFinalTable, readSeason } = await import(${JSON.stringify(join(__dirname, 'index.ts'))});
      const table = await readFinalTable('bundesliga-2012-13');
      console.log((await readSeason(table)).matches.length, table.rows.length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('306 18\n');
  });
});
