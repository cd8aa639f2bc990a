import type { ReleaseDocument } from '@laurel/contracts';
import type { ReleasedProgram } from '@laurel/releases-domain';

/** A release as it is stored. */
export type Release = ReleaseDocument<ReleasedProgram>;

/** Releases between two numbers, both excluded. */
export interface ReleaseSlice {
  readonly above?: number;
  readonly below?: number;
  /** Whether archived ones are among them. */
  readonly archived: boolean;
  readonly order: 'newest_first' | 'oldest_first';
  readonly limit: number;
}

/**
 * Where releases are kept: numbered 1, 2, 3… in each workspace, never changed but for when they were announced and archived.
 */
export abstract class ReleaseStore {
  abstract latest(workspace: string): Promise<Release | undefined>;
  abstract find(workspace: string, release: number): Promise<Release | undefined>;
  /** @returns false when the number is taken */
  abstract insert(document: Release): Promise<boolean>;
  /**
   * Inserts the release that a draft has become, and takes the draft away: both or neither.
   *
   * @param revision that the draft must be at
   */
  abstract insertDraft(document: Release, revision: string): Promise<'stored' | 'number_taken' | 'draft_moved'>;
  abstract slice(workspace: string, slice: ReleaseSlice): Promise<readonly Release[]>;
  /** Stored and not yet in every partition, by workspace and number; of one workspace or of all. */
  abstract unannounced(workspace?: string): Promise<readonly Release[]>;
  abstract markAnnounced(workspace: string, release: number, announcedAt: number): Promise<void>;
  /** @param archivedAt null: no longer */
  abstract markArchived(workspace: string, release: number, archivedAt: number | null): Promise<void>;
}
