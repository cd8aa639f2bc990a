import document from '../program.json' with { type: 'json' };

/** What the demo publishes as a release: `program.json`, which the README shows too. */
export const demoProgram: Readonly<Record<string, unknown>> = document;

/** The board of the program that the demo watches, and the window in which its season lies. */
export const DEMO_BOARD = 'premier-league';
export const DEMO_WINDOW = '2014-15';
