import { serviceKeys, stackServices } from '../services/stack-service.ts';
import type { DemoWorkspace } from './demo-workspaces.ts';

export type StackUrls = Readonly<Record<string, string>>;

/** One line per service with its URL and what it offers. */
export function describeUrls(urls: StackUrls): string[] {
  return serviceKeys.flatMap((key) => {
    const url = urls[key];
    const { title, offers } = stackServices[key];
    return url === undefined ? [] : [`  ${title.padEnd(10)} ${url}   ${offers}`];
  });
}

/** Where a stack keeps what people look for, from the folder that it was started in. */
export interface StackFiles {
  readonly logs: string;
  /** URLs and a key, to be read by a shell. */
  readonly environment: string;
}

/** What to know about a stack that is ready. */
export function describeStack(urls: StackUrls, workspaces: readonly DemoWorkspace[], files: StackFiles): string[] {
  const keys = workspaces.map(
    ({ tenant, environment, secretKey }) => `  ${`${tenant}/${environment}`.padEnd(13)} secret key ${secretKey}`,
  );
  return [
    ...['', 'Laurel is running.', '', ...describeUrls(urls), '', ...keys, ''],
    ...[`  Logs in ${files.logs}; URLs and a key for your shell: . ${files.environment}`, ''],
  ];
}
