import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { findChromium, noChromium } from '../browser/find-chromium.ts';
import { PICTURES, type PictureOfPage } from './pages.ts';
import type { RunningConsole } from './running-console.ts';

/** The repository keeps every version of a picture. */
const MAX_BYTES = 150_000;

/**
 * Takes the pictures whose name is wanted, all by default, into a folder.
 * @returns what is wrong with them, in words; empty when all are well
 */
export async function takePictures(
  laurel: RunningConsole,
  folder: string,
  wanted: readonly string[],
): Promise<string[]> {
  const executablePath = findChromium(process.env);
  if (!executablePath) throw new Error(noChromium);
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  const problems: string[] = [];
  try {
    for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const file = join(folder, `${picture.name}.png`);
      await takePicture(browser, laurel, picture, file);
      const { size } = statSync(file);
      process.stdout.write(`${picture.name}.png: ${Math.ceil(size / 1000)} kB\n`);
      if (size > MAX_BYTES) problems.push(`${picture.name}.png is larger than ${MAX_BYTES / 1000} kB`);
    }
  } finally {
    await browser.close();
  }
  return problems;
}

async function takePicture(
  browser: Browser,
  laurel: RunningConsole,
  picture: PictureOfPage,
  file: string,
): Promise<void> {
  const { viewport, colorScheme = 'light', path, prepare } = picture;
  const context = await browser.newContext({
    ...{ baseURL: laurel.url, viewport: { ...viewport }, colorScheme, reducedMotion: 'reduce' as const },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(path);
  await signIn(page, laurel);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await prepare?.(page);
  await page.screenshot({ path: file, caret: 'hide', animations: 'disabled' });
  await context.close();
}

async function signIn(page: Page, { email, password }: RunningConsole): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Signed in as/ }).waitFor();
}
