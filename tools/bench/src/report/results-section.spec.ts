import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceResults } from './results-section.ts';

const page = readFileSync(join(__dirname, '../../../../docs/benchmarks.md'), 'utf8');

describe('the results section', () => {
  it('is replaced in the page as it is, and nothing else', () => {
    const once = replaceResults(page, 'first results');
    const twice = replaceResults(once, 'second results');
    expect(once).toContain('\n\nfirst results\n\n');
    expect(twice).toBe(once.replace('first results', 'second results'));
    expect(twice.split('\n')[0]).toBe(page.split('\n')[0]);
  });

  it('of the live feed is another one', () => {
    const both = replaceResults(replaceResults(page, 'first results'), 'live results', 'live');
    expect(both).toContain('\n\nfirst results\n\n');
    expect(both).toContain('\n\nlive results\n\n');
  });

  it('is not guessed where the markers are missing', () => {
    expect(() => replaceResults('# Benchmarks', 'results')).toThrow('holds no');
  });
});
