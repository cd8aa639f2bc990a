import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStartOptions } from './start/start-options.ts';

describe('the help of npm start', () => {
  const help = readFileSync(join(__dirname, '..', 'help', 'start.txt'), 'utf8');
  const flags = [...help.matchAll(/^ {2}(--[a-z-]+)(?: <(\w+)>)?/gm)].map(([, flag = '', value]) => ({ flag, value }));

  it('names options that exist', () => {
    expect(flags.map(({ flag }) => flag)).toContain('--exit-after-demo');
    const samples: Record<string, string> = { number: '5', services: 'query', folder: 'x' };
    for (const { flag, value } of flags.filter(({ flag }) => flag !== '--help')) {
      const args = value === undefined ? [flag] : [flag, samples[value] ?? ''];
      expect(() => parseStartOptions(args)).not.toThrow();
    }
  });
});
