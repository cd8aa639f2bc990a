import { serviceKeys, stackServices } from '../services/stack-service.ts';
import type { DemoOwner } from './demo-owner.ts';
import type { DemoWorkspace } from './demo-workspaces.ts';

export type StackUrls = Readonly<Record<string, string>>;

/** The console's page on which the demo's season moves. */
const SEASON_PAGE = '/boards/premier-league';

/** One line per service with its URL and what it offers. */
export function describeUrls(urls: StackUrls): string[] {
  const services = serviceKeys.flatMap((key) => {
    const url = urls[key];
    const { title, offers } = stackServices[key];
    return url === undefined ? [] : [`  ${title.padEnd(10)} ${url}   ${offers}`];
  });
  return [...consoleLines(urls), ...services];
}

/** First, since it is for people. The admin gateway serves it where there is a query gateway to ask. */
const consoleLines = ({ admin, query }: StackUrls): string[] =>
  admin === undefined || query === undefined
    ? []
    : [`  ${'Console'.padEnd(10)} ${admin}${SEASON_PAGE}   for your browser`];

/** What people look for besides: who signs in, and where a stack keeps things, from the folder that it was started in. */
export interface StackNotes {
  readonly owner: DemoOwner | undefined;
  readonly logs: string;
  /** URLs and a key, to be read by a shell. */
  readonly environment: string;
}

/** What to know about a stack that is ready. */
export function describeStack(
  urls: StackUrls,
  workspaces: readonly DemoWorkspace[],
  { owner, logs, environment }: StackNotes,
): string[] {
  const keys = workspaces.map(
    ({ tenant, environment, secretKey }) => `  ${`${tenant}/${environment}`.padEnd(13)} secret key ${secretKey}`,
  );
  const signIn = owner ? [`  Sign in to the console as ${owner.email} with the password ${owner.password}`, ''] : [];
  return [
    ...['', 'Laurel is running.', '', ...describeUrls(urls), '', ...signIn, ...keys, ''],
    ...[`  Logs in ${logs}; URLs and a key for your shell: . ${environment}`, ''],
  ];
}
