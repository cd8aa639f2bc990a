const APPLIED = 1;

/**
 * Reads what the scripts of `project.lua.ts` answer.
 *
 * @returns null when the change was applied, else the mark that was found (undefined: none) and nothing changed
 */
export function parseProjection(reply: unknown): { readonly found: string | undefined } | null {
  if (reply === APPLIED || reply === true) return null;
  if (typeof reply === 'string') return { found: reply === '' ? undefined : reply };
  throw new Error(`unexpected reply of the projection: ${String(reply)}`);
}
