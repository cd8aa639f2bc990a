import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type BoardWindow, type WindowDefinition, nextWindows, openWindows } from '@laurel/leaderboards-domain';
import { checkWindows } from './check-windows.js';
import { releaseErrors } from './errors.js';
import type { BoardDraft } from './program.js';
import { RESOURCE_KINDS } from './resource-kinds.js';
import { validateResource } from './validate-program.js';

/** What decides which windows a leaderboard has, as it was written. */
export interface WindowsToPreview {
  readonly windows: readonly unknown[];
  readonly graceSeconds?: number | undefined;
}

/** The windows that definitions give: those that would be open now, and of each definition the next. */
export interface PreviewedWindows {
  readonly open: readonly BoardWindow[];
  readonly upcoming: readonly BoardWindow[];
}

const LEADERBOARDS = RESOURCE_KINDS.find(({ collection }) => collection === 'leaderboards');
/** Of a leaderboard, what windows do not depend on. */
const OTHERWISE = { key: 'preview', source: { stat: 'preview' }, aggregation: 'sum', order: 'desc' } as const;

/**
 * The windows that a leaderboard would have, before there is one.
 *
 * @param now ms
 * @param most upcoming ones of each definition
 * @returns `releases.invalid_resource` with every problem of the definitions by its JSON pointer
 */
export function previewWindows(
  { windows, graceSeconds }: WindowsToPreview,
  now: number,
  most: number,
): Result<PreviewedWindows, DomainError> {
  if (!LEADERBOARDS) throw new Error('leaderboards are no registered kind of resource');
  const shape = validateResource(LEADERBOARDS, {
    ...OTHERWISE,
    windows,
    ...(graceSeconds === undefined ? {} : { graceSeconds }),
  });
  if (!shape.ok) return shape;
  const definitions = windows as readonly WindowDefinition[];
  const board: BoardDraft = {
    ...OTHERWISE,
    windows: definitions,
    ...(graceSeconds === undefined ? {} : { graceSeconds }),
  };
  const errors = checkWindows(board, '');
  if (errors.length > 0) {
    return err(releaseErrors.invalidResource('These can’t be the windows of a leaderboard.', { errors }));
  }
  return ok({ open: openWindows(board, now), upcoming: nextWindows(board, now, most) });
}
