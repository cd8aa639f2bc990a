import type { QuarantineDocument } from '@laurel/contracts';

export interface QuarantineQuery {
  readonly workspace: string;
  readonly limit: number;
  readonly playerId?: string | undefined;
  readonly type?: string | undefined;
  /** key of the stat */
  readonly stat?: string | undefined;
}

/** The longest waiting first, and how many there are in all. */
export interface Waiting {
  readonly entries: readonly QuarantineDocument[];
  readonly waiting: number;
}

/** Events that wait for a review. Scoring alone writes it. */
export abstract class QuarantineStore {
  abstract list(query: QuarantineQuery): Promise<Waiting>;
}
