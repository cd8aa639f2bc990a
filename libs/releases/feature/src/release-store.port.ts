import type { ReleaseDocument } from '@laurel/contracts';
import type { ReleasedProgram } from '@laurel/releases-domain';

/** A release as it is stored. */
export type Release = ReleaseDocument<ReleasedProgram>;

/** Releases between two numbers, both excluded. */
export interface ReleaseSlice {
  readonly above?: number;
  readonly below?: number;
  readonly order: 'newest_first' | 'oldest_first';
  readonly limit: number;
}

/** Where releases are kept: numbered 1, 2, 3… in each workspace, never changed but for the time they were announced. */
export abstract class ReleaseStore {
  abstract latest(workspace: string): Promise<Release | undefined>;
  abstract find(workspace: string, release: number): Promise<Release | undefined>;
  /** @returns false when the number is taken */
  abstract insert(document: Release): Promise<boolean>;
  abstract slice(workspace: string, slice: ReleaseSlice): Promise<readonly Release[]>;
  /** Stored and not yet in every partition, by workspace and number; of one workspace or of all. */
  abstract unannounced(workspace?: string): Promise<readonly Release[]>;
  abstract markAnnounced(workspace: string, release: number, announcedAt: number): Promise<void>;
}
