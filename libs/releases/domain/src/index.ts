export { releaseErrors } from './errors.js';
export { EMPTY_PROGRAM } from './program.js';
export type { BoardDraft, ProgramDocument, ReleasedProgram, StatDraft } from './program.js';
export { releaseProgram, toProgramDocument } from './release-program.js';
export { mergePatch } from './merge-patch.js';
export { RESOURCE_KINDS, putResource, removeResource, resourcesOf } from './resource-kinds.js';
export type { Resource, ResourceKind } from './resource-kinds.js';
export { programProblems, validateDraft, validateProgram, validateResource } from './validate-program.js';
