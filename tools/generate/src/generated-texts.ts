import { configurationPage } from './configuration-page.ts';
import { envExample } from './env-example.ts';

/** What is generated as text, by file. */
export const generatedTexts = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/configuration.md', configurationPage()],
    ['.env.example', envExample()],
  ]);
