import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topicNames } from '@laurel/contracts';
import { erasureOf } from './erasure-table.js';

const ROOT = join(__dirname, '../../../..');
const DECLARATION = /_COLLECTION = '(\w+)'/g;

/** Every collection that a library declares. */
const collections = globSync('libs/**/src/**/*.ts', { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] })
  .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(DECLARATION)])
  .map(([, name = '']) => name);

describe('what erasing a player does', () => {
  it.each([
    ['collections', erasureOf('Collections of MongoDB'), collections],
    ['topics', erasureOf('Topics of Kafka'), Object.values(topicNames(''))],
  ])('is said of all %s, and of no others', (_, rows, names) => {
    expect(names.length).toBeGreaterThan(4);
    expect([...rows.keys()].sort()).toEqual([...names].sort());
  });

  it('is one of few things', () => {
    const said = [...erasureOf('Collections of MongoDB').values(), ...erasureOf('Topics of Kafka').values()];
    expect(new Set(said)).toEqual(new Set(['delete', 'anonymise', 'expire', 'none']));
  });
});
