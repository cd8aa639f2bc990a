import { joinId } from '@laurel/contracts';

/** Where a page of releases begins: behind (`older`) or before (`newer`) one release, which is not in it. */
export interface ReleaseCursor {
  readonly towards: 'older' | 'newer';
  readonly from: number;
}

const LIST = 'releases';

/** Names its list and workspace, so that no cursor works on another. */
export const writeCursor = (workspace: string, { towards, from }: ReleaseCursor): string =>
  Buffer.from(joinId(LIST, workspace, towards, String(from)), 'utf8').toString('base64url');

/** A cursor of this list; undefined for anything else. */
export function readCursor(workspace: string, text: string): ReleaseCursor | undefined {
  for (const towards of ['older', 'newer'] as const) {
    const prefix = joinId(LIST, workspace, towards, '');
    const content = Buffer.from(text, 'base64url').toString('utf8');
    const from = content.startsWith(prefix) ? content.slice(prefix.length) : '';
    if (/^[1-9]\d{0,8}$/.test(from)) return { towards, from: Number(from) };
  }
  return undefined;
}
