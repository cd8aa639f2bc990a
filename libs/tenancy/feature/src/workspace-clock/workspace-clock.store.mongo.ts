import { EVENT_PAGES_COLLECTION } from '@laurel/platform-event-store';
import { MONGO_DB } from '@laurel/platform-mongo';
import { mayHaveClock } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import { WORKSPACES_COLLECTION, type WorkspaceClock, type WorkspaceDocument } from '../adapters/tenancy.documents.js';
import type { StoredClock, StoredClocks } from './recent-workspace-clocks.js';

/** How long an answer that somebody waits for may take. */
const LOOKUP_TIMEOUT_MS = 500;

/** The clocks of workspaces: a part of their documents. */
@Injectable()
export class MongoWorkspaceClockStore implements StoredClocks {
  private readonly workspaces: Collection<WorkspaceDocument>;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    this.workspaces = db.collection<WorkspaceDocument>(WORKSPACES_COLLECTION);
  }

  async find(workspace: string): Promise<StoredClock | undefined> {
    const found = await this.read(workspace, LOOKUP_TIMEOUT_MS);
    return found && { isAllowed: mayHaveClock(found.environment), offsetMs: found.clock?.offsetMs ?? 0 };
  }

  /** What decides whether the clock may be moved; undefined for a workspace that there is not. */
  read(workspace: string, timeoutMS?: number): Promise<Pick<WorkspaceDocument, 'environment' | 'clock'> | undefined> {
    const options = { projection: { environment: 1, clock: 1 }, ...(timeoutMS === undefined ? {} : { timeoutMS }) };
    return this.workspaces.findOne({ _id: workspace }, options).then((found) => found ?? undefined);
  }

  /** Whether anything of a player was ever recorded. */
  async hasEvents(workspace: string): Promise<boolean> {
    const page = await this.db
      .collection(EVENT_PAGES_COLLECTION)
      .findOne({ workspace }, { projection: { _id: 1 }, sort: { to: -1 } });
    return page !== null;
  }

  /** @returns false when the clock is not any more what it was */
  async move(workspace: string, from: number | undefined, offsetMs: number): Promise<boolean> {
    const expected = from === undefined ? { clock: { $exists: false } } : { 'clock.offsetMs': from };
    const clock: WorkspaceClock = { offsetMs, announced: false };
    const { matchedCount } = await this.workspaces.updateOne({ _id: workspace, ...expected }, { $set: { clock } });
    return matchedCount === 1;
  }

  /** Clocks that the log has not been told of; of one workspace or of all. */
  async unannounced(workspace?: string): Promise<{ readonly workspace: string; readonly offsetMs: number }[]> {
    const documents = await this.workspaces
      .find({ 'clock.announced': false, ...(workspace === undefined ? {} : { _id: workspace }) })
      .project<Pick<WorkspaceDocument, '_id' | 'clock'>>({ clock: 1 })
      .toArray();
    return documents.flatMap(({ _id, clock }) => (clock ? [{ workspace: _id, offsetMs: clock.offsetMs }] : []));
  }

  /** Nothing when the clock has moved on meanwhile. */
  async markAnnounced(workspace: string, offsetMs: number): Promise<void> {
    await this.workspaces.updateOne(
      { _id: workspace, 'clock.offsetMs': offsetMs },
      { $set: { 'clock.announced': true } },
    );
  }
}
