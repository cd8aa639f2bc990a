import { joinId } from './separator.js';

export const RELEASES_COLLECTION = 'releases';
export const PARTITION_RELEASES_COLLECTION = 'partitionReleases';

/**
 * One immutable, numbered configuration of a workspace. `Program` is `ReleasedProgram` of releases/domain, or the part of it
 * that is read.
 */
export interface ReleaseDocument<Program> {
  readonly _id: string;
  readonly workspace: string;
  readonly release: number;
  readonly note: string;
  /** Id of the key that published it. */
  readonly author: string;
  /** As validated and released. */
  readonly program: Program;
  readonly publishedAt: number;
  /** The same by the test clock of the workspace, ms; absent where it has none. */
  readonly publishedAtThere?: number;
  /** When the control message was in every partition; null until then. */
  readonly announcedAt: number | null;
  /** Since when lists leave it out; null or absent: they don't. */
  readonly archivedAt?: number | null;
}

/** The release in force in one partition, and the position of the control message that brought it. */
export interface PartitionReleaseDocument {
  readonly _id: string;
  readonly partition: number;
  readonly workspace: string;
  readonly release: number;
  readonly epoch: number;
  readonly offset: number;
}

export const releaseDocumentId = (workspace: string, release: number): string => joinId(workspace, String(release));

export const partitionReleaseId = (partition: number, workspace: string): string =>
  joinId(String(partition), workspace);
