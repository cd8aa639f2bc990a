import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { StatDefinition } from '@laurel/rules-domain';
import type { ReleasedProgram } from './program.js';

/** How a stat or a leaderboard begins, and begins anew, as an operator writes it; `empty` when absent. */
export type StartDraft = 'empty' | 'recorded';

/** Whether a stat or a leaderboard begins with a release, from what was recorded before. */
export const isRefilled = (
  { start, incarnation }: Pick<StatDefinition | BoardDefinition, 'start' | 'incarnation'>,
  release: number,
): boolean => start === 'recorded' && incarnation === release;

/** Whether anything of a release begins from what was recorded before, or divides those who were there before anew. */
export const needsBackfill = (program: ReleasedProgram, release: number): boolean =>
  needsRefill(program, release) || program.leaderboards.some(({ splitsSince }) => splitsSince === release);

/** Whether anything of a release begins from what was recorded before. Nothing was before the first. */
export const needsRefill = ({ stats, leaderboards }: ReleasedProgram, release: number): boolean =>
  release > 1 && [...stats, ...leaderboards].some((resource) => isRefilled(resource, release));

/** A definition with how it begins, which is left out where it is empty. */
export const withStart = <D extends object>(
  definition: D,
  start: StartDraft | undefined,
): D & { start?: 'recorded' } => (start === 'recorded' ? { ...definition, start } : definition);
