import {
  PLAYERS_COLLECTION,
  type PlayerDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  attributeFacet,
  playerDocumentId,
} from '@laurel/contracts';
import { systemClock } from '@laurel/kernel';
import { MONGO_DB } from '@laurel/platform-mongo';
import type { ReleasedProgram } from '@laurel/releases-domain';
import type { CompiledSegment, RulePlayer } from '@laurel/rules-domain';
import { Inject, Injectable } from '@nestjs/common';
import { type Db, type Document, type Filter, MongoServerError } from 'mongodb';
import type { StoredPlayer } from '../get-player/player-store.js';
import { type FoundPlayer, PLAYER_PROJECTION, toStoredPlayer } from '../get-player/stored-player.js';
import { SegmentStore, type SegmentStretch, type SegmentsInForce, type StretchLimits } from './segment-store.js';

/** Players that one message of MongoDB brings; between two of them other requests have their turn. */
const BATCH = 1_000;

const MAX_TIME_EXPIRED = 50;

/** What a segment reads of a document. */
type ReadPlayer = Pick<PlayerDocument, 'stats' | 'balances' | 'profile'>;

@Injectable()
export class MongoSegmentStore extends SegmentStore {
  private readonly clock = systemClock;

  constructor(@Inject(MONGO_DB) private readonly db: Db) {
    super();
  }

  override async inForce(workspace: string): Promise<SegmentsInForce> {
    const found = await this.db
      .collection<ReleaseDocument<Pick<ReleasedProgram, 'stats' | 'currencies' | 'segments'>>>(RELEASES_COLLECTION)
      .findOne(
        { workspace, announcedAt: { $ne: null } },
        {
          sort: { release: -1 },
          projection: { release: 1, 'program.stats': 1, 'program.currencies': 1, 'program.segments': 1 },
        },
      );
    if (!found) return { release: 0, segments: [], stats: [] };
    const { segments = [], stats, currencies } = found.program;
    return { release: found.release, segments, stats, ...(currencies ? { currencies } : {}) };
  }

  override async count(workspace: string, segments: readonly CompiledSegment[], now: number, limitMs: number) {
    if (segments.length === 0) return [];
    try {
      return await this.walk(workspace, segments, now, limitMs);
    } catch (error) {
      if (error instanceof MongoServerError && error.code === MAX_TIME_EXPIRED) return undefined;
      throw error;
    }
  }

  override async players(
    workspace: string,
    segment: CompiledSegment,
    behind: string | undefined,
    now: number,
    limits: StretchLimits,
  ): Promise<SegmentStretch> {
    const filter: Filter<PlayerDocument> = {
      ...candidates(workspace, [segment]),
      ...(behind === undefined ? {} : { _id: { $gt: playerDocumentId(workspace, behind) } }),
    };
    const found = this.collection()
      .find<FoundPlayer>(filter, { projection: PLAYER_PROJECTION, batchSize: BATCH })
      .sort({ _id: 1 })
      .limit(limits.looked + 1);
    const players: StoredPlayer[] = [];
    let looked = 0;
    let last: string | undefined;
    for await (const document of found) {
      if (players.length === limits.players || looked === limits.looked) return { players, behind: last };
      looked += 1;
      last = document.playerId;
      if (segment.holds(toRulePlayer(document), now)) players.push(toStoredPlayer(document));
    }
    return { players, behind: undefined };
  }

  private async walk(
    workspace: string,
    segments: readonly CompiledSegment[],
    now: number,
    limitMs: number,
  ): Promise<readonly number[] | undefined> {
    const start = this.clock.now();
    const counts = segments.map(() => 0);
    // By an id that never changes: whoever is there is looked at once, whatever is written meanwhile.
    const found = this.collection()
      .find<ReadPlayer>(candidates(workspace, segments), {
        projection: projectionOf(segments),
        batchSize: BATCH,
        maxTimeMS: Math.max(1, limitMs),
      })
      .sort({ _id: 1 });
    let looked = 0;
    for await (const document of found) {
      if (looked % BATCH === 0 && this.clock.now() - start >= limitMs) return undefined;
      looked += 1;
      const player = toRulePlayer(document);
      for (const [index, segment] of segments.entries()) {
        if (segment.holds(player, now)) counts[index] = (counts[index] ?? 0) + 1;
      }
    }
    return counts;
  }

  private collection() {
    return this.db.collection<PlayerDocument>(PLAYERS_COLLECTION);
  }
}

/** Everyone who may be in one of the segments; found by an index where a single segment asks for attributes. */
function candidates(workspace: string, segments: readonly CompiledSegment[]): Filter<PlayerDocument> {
  const [only] = segments;
  const required = segments.length === 1 && only ? Array.from(only.required) : [];
  const facets = required.map(([key, value]) => attributeFacet(key, value));
  return facets.length > 0 ? { workspace, facets: { $all: facets } } : { workspace, _id: wholeRange(workspace) };
}

/** All ids of a workspace, which begin with it: `_id` has an index. */
const wholeRange = (workspace: string) => ({
  $gte: playerDocumentId(workspace, ''),
  $lt: playerDocumentId(workspace, '\u{10ffff}'),
});

function projectionOf(segments: readonly CompiledSegment[]): Document {
  const paths = segments.flatMap(({ reads }) => [
    ...reads.stats.map((id) => `stats.${id}`),
    ...reads.balances.map((key) => `balances.${key}`),
    ...reads.attributes.map((key) => `profile.attributes.${key}`),
  ]);
  return Object.fromEntries(['workspace', ...paths].map((path) => [path, 1]));
}

const toRulePlayer = ({ stats = {}, balances = {}, profile }: Partial<ReadPlayer>): RulePlayer => ({
  stats: new Map(Object.entries(stats)),
  balances: new Map(Object.entries(balances)),
  ...(profile ? { profile } : {}),
});
