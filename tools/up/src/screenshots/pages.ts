import type { Page } from 'playwright-core';

const DESKTOP = { width: 1280, height: 800 } as const;
const PHONE = { width: 390, height: 780 } as const;

/** One picture of the console. */
export interface PictureOfPage {
  /** `docs/images/<name>.png`. */
  readonly name: string;
  readonly path: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** What makes the page worth a picture: opens a row, waits for a chart. The heading is there already. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The pictures in README and docs, taken with the demo's season played to its end. */
export const PICTURES: readonly PictureOfPage[] = [
  { name: 'overview', path: '/', viewport: DESKTOP },
  { name: 'board', path: '/boards/premier-league', viewport: DESKTOP },
  { name: 'board-dark', path: '/boards/premier-league', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'board-phone', path: '/boards/premier-league', viewport: PHONE },
  { name: 'standing', path: '/boards/premier-league?player=chelsea', viewport: DESKTOP },
  { name: 'board-edit', path: '/boards/premier-league/edit', viewport: DESKTOP },
  { name: 'feed', path: '/feed', viewport: { width: 1280, height: 600 } },
  { name: 'rule', path: '/program/rules/win', viewport: DESKTOP },
  { name: 'rule-phone', path: '/program/rules/win', viewport: PHONE },
  { name: 'dry-run', path: '/program/dry-run', viewport: DESKTOP, prepare: dryRun },
  { name: 'player', path: '/players/arsenal', viewport: DESKTOP },
];

/** The season decided again by the draft. */
async function dryRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start the dry run' }).click();
  await page.getByRole('heading', { name: 'Balances' }).waitFor();
}
