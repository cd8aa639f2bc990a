import type { EventTypeDefinition } from '@laurel/events-domain';

/** The event types of one release. */
export interface ReleasedTypes {
  readonly release: number;
  readonly types: readonly EventTypeDefinition[];
}

/** Where the event types of releases are found. The app binds it; it is asked through `RecentEventTypes`. */
export abstract class ReleasedEventTypes {
  /**
   * The newest release of a workspace, if it is newer than this one.
   *
   * @param release 0 for none yet
   * @throws when the store can't be reached
   */
  abstract newerThan(workspace: string, release: number): Promise<ReleasedTypes | undefined>;
}
