export const DRAFTS_COLLECTION = 'drafts';

/** What a workspace's next release is to be: at most one per workspace. `Program` is `ProgramDocument` of releases/domain. */
export interface DraftDocument<Program> {
  /** Id of the workspace. */
  readonly _id: string;
  /** `rev_<uuidv7>`, another one with every write: no two contents ever have the same. */
  readonly revision: string;
  /** The release that it was begun from; 0 when there was none. */
  readonly base: number;
  /** As written. */
  readonly program: Program;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
  /** Who wrote last: id of a credential. */
  readonly updatedBy: string;
}
