import { runSeasonDemo } from '@laurel/demo';
import type { DemoWorkspace } from './demo-workspaces.ts';
import type { StackUrls } from './describe-stack.ts';
import type { SharedTerminal } from './notices-above.ts';
import type { RunStackOptions } from './run-stack.ts';

export interface DemoPlay {
  readonly urls: StackUrls;
  readonly workspaces: readonly DemoWorkspace[];
  readonly terminal: SharedTerminal;
  readonly options: RunStackOptions;
}

/**
 * Streams the season and shows the table moving.
 * @returns whether the season ended on the published table. A demo that fails is told, and leaves the stack running.
 */
export async function playDemo({ urls, workspaces, terminal, options }: DemoPlay): Promise<boolean> {
  const { ingestion, admin, query } = urls;
  const secretKey = workspaces.find(({ environment }) => environment === 'dev')?.secretKey;
  if (!ingestion || !admin || !query || !secretKey) return false;
  try {
    const { finished, differences, liveDifferences } = await runSeasonDemo({
      ingestionUrl: ingestion,
      adminUrl: admin,
      queryUrl: query,
      secretKey,
      matchesPerSecond: options.matchesPerSecond,
      out: terminal.picture,
      signal: options.signal,
    });
    return finished && differences.length + liveDifferences.length === 0;
  } catch (error) {
    terminal.flush();
    terminal.line(`The demo ended early: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
