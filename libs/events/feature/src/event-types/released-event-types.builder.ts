import { type EventTypeDraft, defineEventType } from '@laurel/events-domain';
import type { ReleasedEventTypes, ReleasedTypes } from './released-event-types.js';

/** The newest releases of specs: a workspace without one has published nothing. */
export class FakeReleasedEventTypes implements ReleasedEventTypes {
  private readonly newest = new Map<string, ReleasedTypes>();
  /** Workspaces that were asked for, in order. */
  readonly asked: string[] = [];
  isAway = false;

  publish(workspace: string, ...types: readonly EventTypeDraft[]): void {
    const release = (this.newest.get(workspace)?.release ?? 0) + 1;
    this.newest.set(workspace, { release, types: types.map(defineEventType) });
  }

  newerThan(workspace: string, release: number): Promise<ReleasedTypes | undefined> {
    this.asked.push(workspace);
    if (this.isAway) return Promise.reject(new Error('no server answers'));
    const newest = this.newest.get(workspace);
    return Promise.resolve(newest && newest.release > release ? newest : undefined);
  }
}
