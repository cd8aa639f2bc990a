import type { ActivityDocument } from '@laurel/contracts';

/** Where activity is found. */
export abstract class ActivityStore {
  /**
   * @param seconds length of the stretches
   * @param from start of the first, ms
   */
  abstract find(workspace: string, seconds: number, from: number): Promise<readonly ActivityDocument[]>;
}
