import type { BoardWindowDocument } from '@laurel/contracts';

/**
 * What follows from the end of a window. Called for each window whose standings are kept and which is not settled, by one instance at a
 * time, until it has returned once: so it may be called again for a window that it has done already, or half, after a crash, and must
 * then do what is left and nothing twice. While it throws, the window is not settled, and it is called again.
 */
export abstract class WindowFollowers {
  abstract afterFrozen(window: BoardWindowDocument): Promise<void>;
}

/** One after the other, in the order given: a later one finds done what an earlier one does. */
export class SeveralFollowers extends WindowFollowers {
  constructor(private readonly followers: readonly WindowFollowers[]) {
    super();
  }

  override async afterFrozen(window: BoardWindowDocument): Promise<void> {
    for (const follower of this.followers) await follower.afterFrozen(window);
  }
}
