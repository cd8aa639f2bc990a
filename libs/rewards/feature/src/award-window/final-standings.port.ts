import type { BoardWindowDocument, FrozenRow } from '@laurel/contracts';

/** The standings that windows ended with. The app binds whoever keeps them. */
export abstract class FinalStandings {
  /** @param part empty for the whole board */
  abstract rows(window: BoardWindowDocument, part: string, first: number, limit: number): Promise<readonly FrozenRow[]>;
}
