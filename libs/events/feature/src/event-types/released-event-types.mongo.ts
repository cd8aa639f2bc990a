import { RELEASES_COLLECTION, type ReleaseDocument } from '@laurel/contracts';
import type { EventTypeDefinition } from '@laurel/events-domain';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import type { Collection, Db } from 'mongodb';
import type { ReleasedEventTypes, ReleasedTypes } from './released-event-types.js';

/** After this, an answer that did not come is asked for anew. */
const TIMEOUT_MS = 2_000;

/** The part of a released program that is read. */
interface ProgramPart {
  readonly eventTypes?: readonly EventTypeDefinition[];
}

@Injectable()
export class MongoReleasedEventTypes implements ReleasedEventTypes {
  private readonly releases: Collection<ReleaseDocument<ProgramPart>>;

  constructor(@Inject(MONGO_DB) db: Db) {
    this.releases = db.collection(RELEASES_COLLECTION);
  }

  /** Mostly there is none: then the index answers alone. */
  async newerThan(workspace: string, release: number): Promise<ReleasedTypes | undefined> {
    const newest = await this.releases.findOne(
      { workspace, release: { $gt: release } },
      { sort: { release: -1 }, projection: { release: 1, 'program.eventTypes': 1 }, timeoutMS: TIMEOUT_MS },
    );
    return newest ? { release: newest.release, types: newest.program.eventTypes ?? [] } : undefined;
  }
}
