import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(__dirname, '../../../../docs/operations/erasure.md');
const ROW = /^\| `([\w-]+)` +\| (\w+)/gm;

/** What erasing a player does to a store, as the page for operators says: by section, then by the store's name. */
export function erasureOf(section: 'Collections of MongoDB' | 'Topics of Kafka'): Map<string, string> {
  const [, text = ''] = readFileSync(PAGE, 'utf8').split(`## ${section}`);
  const [own = ''] = text.split('\n## ');
  return new Map(Array.from(own.matchAll(ROW), ([, name = '', erasure = '']) => [name, erasure]));
}
