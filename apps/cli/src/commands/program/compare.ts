import { RefusedError } from '../../exit-codes.js';
import type { AdminApi, DraftAnswer } from '../../gateways/admin-api.js';
import type { ProgramText } from '../../program-file/parse-program.js';
import { problemLines } from '../../program-file/program-file.js';
import {
  EMPTY_PROGRAM,
  type ProgramDiff,
  type ProgramDocument,
  type ReleasedProgram,
  diffPrograms,
  releaseProgram,
  validateDraft,
  validateProgram,
} from '@laurel/releases-domain';
import { systemClock } from '@laurel/kernel';

/** A file's program, judged. @throws RefusedError naming every problem with its place in the file */
export function checkedProgram(file: string, source: ProgramText, as: 'draft' | 'release'): ProgramDocument {
  const checked = as === 'draft' ? validateDraft(source.program) : validateProgram(source.program);
  if (checked.ok) return checked.value;
  throw new RefusedError(problemLines(file, source, checked.error.errors ?? []).join('\n'));
}

/** The latest release as it was published; of a workspace without one, that it has nothing. */
export async function latestProgram(api: AdminApi, { latest }: DraftAnswer): Promise<ReleasedProgram> {
  return latest === 0 ? EMPTY_PROGRAM : released((await api.release(latest)).program, undefined, 1);
}

/**
 * How a program differs from another, and what publishing it behind the latest release does to what players have.
 *
 * @param before what it is compared with; undefined: the latest release
 */
export function compare(program: ProgramDocument, latest: ReleasedProgram, before?: ProgramDocument): ProgramDiff {
  const now = systemClock.now();
  const next = released(program, latest, 2, now);
  const { kinds, consequences } = diffPrograms(latest, next, now);
  return { kinds: before ? diffPrograms(released(before, latest, 2, now), next, now).kinds : kinds, consequences };
}

/** Incarnations count from the latest release: what matters is whether they are the same. */
const released = (
  program: ProgramDocument,
  previous: ReleasedProgram | undefined,
  number: number,
  now?: number,
): ReleasedProgram => releaseProgram(program, previous, number, now);
