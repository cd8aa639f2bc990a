import { RefusedError } from '../../exit-codes.js';
import { RefusedProgram } from '../../gateways/admin-api.js';
import { isSame } from '../../program-file/origin.js';
import { problemLines, readProgramFile, rememberOrigin } from '../../program-file/program-file.js';
import { paintFor } from '../../terminal/colours.js';
import { printJson, printLine } from '../../terminal/output.js';
import type { CommandContext } from '../command-context.js';
import { checkedProgram, compare, latestProgram } from './compare.js';
import { diffLines } from './diff-report.js';
import { adminApi } from './program-options.js';
import { type PushOptions, writeDraft } from './push.js';
import { seenRevision } from './seen-revision.js';

export type PublishOptions = PushOptions & { readonly note: string; readonly yes?: boolean };

/** Makes the program of a file the workspace's next release, after a look at what that changes. */
export async function publish({ output }: CommandContext, options: PublishOptions): Promise<void> {
  const { file, json, note, yes } = options;
  const source = readProgramFile(file);
  const program = checkedProgram(file, source, 'release');
  const api = adminApi(options);
  const draft = await api.draft();
  const found = compare(program, await latestProgram(api, draft));
  if (found.kinds.length === 0) {
    if (json) return printJson(output, { published: null, release: draft.latest, ...found });
    const same = draft.latest === 0 ? `${file} holds nothing` : `release ${draft.latest} is the same already`;
    return printLine(output, `Nothing was published: ${same}.`);
  }
  // Whoever may not write it is told before they read what it would do.
  seenRevision(draft, source.origin, isSame(draft.program, program) ? { force: true } : options);
  if (!json) printLine(output, `${diffLines(found, paintFor(output.out)).join('\n')}\n`);
  if (found.consequences.length > 0 && !yes) {
    const what = found.consequences.map(({ message }) => message).join('\n');
    throw new RefusedError(`${json ? `${what}\n` : ''}Nothing was published. If this is meant, add --yes.`);
  }
  const written = await writeDraft(api, file, source, draft, options);
  const release = await api.publishDraft(note, written.revision);
  if (release instanceof RefusedProgram) {
    throw new RefusedError(problemLines(file, source, release.problems).join('\n'));
  }
  rememberOrigin(file, source, { workspace: written.workspace, revision: `release-${release.release}` });
  if (json) return printJson(output, { published: release.release, announcedAt: release.announcedAt, ...found });
  printLine(output, `Published as release ${release.release}.${inForce(release.announcedAt)}`);
}

const inForce = (announcedAt: string | null): string =>
  announcedAt === null
    ? ' The event log can not be reached: it is in force as soon as that is there again.'
    : ' It decides what is sent from now on.';
