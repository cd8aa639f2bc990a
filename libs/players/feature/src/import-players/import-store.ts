/** What is known of an import. Times are ms. */
export interface StoredImport {
  readonly importId: string;
  /** Id of the key that began it. */
  readonly by: string;
  readonly startedAt: number;
  readonly updatedAt: number;
  /** Lines that were taken; one that was sent twice is counted twice. */
  readonly accepted: number;
  readonly rejected: number;
  /** Messages of it that are not carried out yet, at most. */
  readonly remaining: number;
}

/** What a request added to an import. */
export interface ImportProgress {
  readonly by: string;
  readonly at: number;
  readonly accepted: number;
  readonly rejected: number;
  /** The last offset that the log gave it, by partition. */
  readonly last: ReadonlyMap<number, number>;
}

/** Where imports are noted. */
export abstract class ImportStore {
  abstract add(workspace: string, importId: string, progress: ImportProgress): Promise<void>;

  abstract find(workspace: string, importId: string): Promise<StoredImport | undefined>;
}
