export { releaseErrors } from './errors.js';
export { EMPTY_PROGRAM } from './program.js';
export type { BoardDraft, ProgramDocument, ReleasedProgram, StatDraft } from './program.js';
export { releaseProgram, toProgramDocument } from './release-program.js';
export { validateProgram } from './validate-program.js';
