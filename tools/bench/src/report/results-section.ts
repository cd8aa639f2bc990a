/** Parts of the page that the bench writes. */
export type Section = keyof typeof SECTIONS;

const SECTIONS = {
  results: {
    begin: '<!-- results: written by `npm run bench -- --write` -->',
    end: '<!-- end of results -->',
  },
  live: {
    begin: '<!-- live results: written by `npm run bench -- --only live --write` -->',
    end: '<!-- end of live results -->',
  },
} as const;

/**
 * Puts new results between the markers of a section of a page.
 *
 * @throws Error when the page lacks them
 */
export function replaceResults(page: string, results: string, section: Section = 'results'): string {
  const { begin, end } = SECTIONS[section];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page holds no "${begin}" followed by "${end}"`);
  return `${page.slice(0, from + begin.length)}\n\n${results}\n\n${page.slice(to)}`;
}
