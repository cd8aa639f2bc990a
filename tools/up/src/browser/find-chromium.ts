import { existsSync } from 'node:fs';

/** Where a Chromium is found that can be driven: Debian's first, then what people have. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What to do where there is none. */
export const noChromium =
  'There is no Chromium for the tests of the console. Install one (Debian: apt-get install chromium), or name one: LAUREL_CHROMIUM=/path/to/chromium.';

/** The browser of the tests and the screenshots: the one that `LAUREL_CHROMIUM` names, else one that is installed. */
export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment['LAUREL_CHROMIUM'];
  return [...(named ? [named] : places)].find((file) => existsSync(file));
}
