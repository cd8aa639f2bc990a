import type { DraftDocument } from '@laurel/contracts';
import type { ProgramDocument } from '@laurel/releases-domain';

/** A draft as it is stored. */
export type StoredDraft = DraftDocument<ProgramDocument>;

/** Where drafts are kept: at most one per workspace. Whoever writes names the revision that they saw. */
export abstract class DraftStore {
  abstract find(workspace: string): Promise<StoredDraft | undefined>;
  /**
   * @param replaces revision of the draft that this one takes the place of; undefined when there is none
   * @returns false when another one stands there
   */
  abstract save(draft: StoredDraft, replaces: string | undefined): Promise<boolean>;
  /** @returns false when the draft is at another revision, or there is none */
  abstract remove(workspace: string, revision: string): Promise<boolean>;
}
