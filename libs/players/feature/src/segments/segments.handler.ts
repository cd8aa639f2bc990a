import { type DomainError, type Result, err, ok, toIso, systemClock } from '@laurel/kernel';
import { type SegmentDefinition, compileSegment } from '@laurel/rules-domain';
import { Injectable } from '@nestjs/common';
import { playerErrors } from '../errors.js';
import { describePlayer } from '../get-player/describe-player.js';
import { decodeListCursor, encodeListCursor } from '../list-players/list-cursor.js';
import type { PlayerListDto } from '../list-players/list-players.dto.js';
import { FOREIGN_CURSOR } from '../list-players/list-players.handler.js';
import { type SegmentCount, SegmentCounts } from './segment-counts.js';
import { SegmentStore, type SegmentsInForce } from './segment-store.js';
import type { CountedSegmentDto, CountedSegmentListDto } from './segments.dto.js';

/** Most players that one page looks at: it may be short, or empty, before the end. */
export const MAX_LOOKED = 20_000;

const RETRY_SECONDS = 30;

/** Segments of the release in force, with the players that they have now. */
@Injectable()
export class SegmentsHandler {
  private readonly clock = systemClock;

  constructor(
    private readonly store: SegmentStore,
    private readonly counts: SegmentCounts,
  ) {}

  /** Error: `players.segment_not_counted`. */
  async list(workspace: string): Promise<Result<CountedSegmentListDto, DomainError>> {
    const inForce = await this.store.inForce(workspace);
    const keys = inForce.segments.map(({ key }) => key);
    const counted = describeCounted(inForce, inForce.segments, await this.counts.of(workspace, inForce, keys));
    return counted.ok ? ok({ entries: counted.value }) : counted;
  }

  /** Errors: `players.segment_not_found`, `players.segment_not_counted`. */
  async get(workspace: string, key: string): Promise<Result<CountedSegmentDto, DomainError>> {
    const inForce = await this.store.inForce(workspace);
    const segment = inForce.segments.find((one) => one.key === key);
    if (!segment) return err(notFound(key));
    const counted = describeCounted(inForce, [segment], await this.counts.of(workspace, inForce, [key]));
    if (!counted.ok) return counted;
    const [only] = counted.value;
    return only ? ok(only) : err(notFound(key));
  }

  /** Errors: `players.segment_not_found`; `http.invalid_input` for a cursor of another list. */
  async players(
    workspace: string,
    key: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Result<PlayerListDto, DomainError>> {
    const list = { workspace, attributes: new Map<string, string>(), segment: key };
    const behind = cursor === undefined ? undefined : decodeListCursor(list, cursor);
    if (cursor !== undefined && !behind) return err(FOREIGN_CURSOR);
    const inForce = await this.store.inForce(workspace);
    const segment = inForce.segments.find((one) => one.key === key);
    if (!segment) return err(notFound(key));
    const compiled = compileSegment(segment, inForce);
    const limits = { players: limit, looked: MAX_LOOKED };
    const found = await this.store.players(workspace, compiled, behind?.playerId, this.clock.now(), limits);
    return ok({
      entries: found.players.map((player) => describePlayer(player, inForce.stats)),
      next:
        found.behind === undefined
          ? null
          : encodeListCursor(list, { section: 'ids', playerId: found.behind, nameKey: '' }),
    });
  }
}

function describeCounted(
  { release }: SegmentsInForce,
  segments: readonly SegmentDefinition[],
  { counts, asOf }: SegmentCount,
): Result<CountedSegmentDto[], DomainError> {
  if (!counts) return err(NOT_COUNTED);
  return ok(
    segments.map(({ key, name }) => ({
      key,
      ...(name === undefined ? {} : { name }),
      count: counts.get(key) ?? 0,
      asOf: toIso(asOf),
      release,
    })),
  );
}

const notFound = (key: string): DomainError =>
  playerErrors.segmentNotFound(`The release in force has no segment "${key}".`);

const NOT_COUNTED = playerErrors.segmentNotCounted('Counting took too long, and a part is no count.', {
  retryAfterSeconds: RETRY_SECONDS,
});
