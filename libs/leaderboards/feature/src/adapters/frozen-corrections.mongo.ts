import {
  BOARD_WINDOWS_COLLECTION,
  type BoardWindowDocument,
  type FrozenRow,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  STANDING_CORRECTIONS_COLLECTION,
  type StandingCorrectionDocument,
  releaseDocumentId,
  standingCorrectionId,
} from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type BoardDefinition, boardId } from '@laurel/leaderboards-domain';
import type { ReleasedProgram } from '@laurel/releases-domain';
import { scoringErrors } from '@laurel/scoring-domain';
import type { ClientSession, Db } from 'mongodb';
import { correctedRow } from '../correct-frozen/corrected-row.js';
import { FrozenCorrections, type FrozenOrder } from '../correct-frozen/frozen-corrections.js';
import type { RowMove } from '../correct-frozen/row-move.js';
import { boardReadErrors } from '../errors.js';
import { CorrectedPlaces } from './corrected-places.mongo.js';
import { CorrectedRows } from './corrected-rows.mongo.js';

type Outcome = Result<StandingCorrectionDocument, DomainError>;

/** How long until the standings of a window that ended are settled, mostly, s. */
const TRY_AGAIN_SECONDS = 2;

/** Rows that a correction may move in one list: MongoDB ends transactions after ten seconds (docs/adr/0010), and all of it with them. */
const MOST_ROWS = 100_000;

/**
 * Corrects frozen windows in one transaction each. Its first write is to the window's document, so of two corrections at a time
 * one waits for the other.
 */
export class MongoFrozenCorrections extends FrozenCorrections {
  constructor(private readonly db: Db) {
    super();
  }

  override async correct(window: BoardWindowDocument, order: FrozenOrder): Promise<Outcome> {
    const board = await this.boardAt(window);
    return this.db.client.withSession((session) =>
      session.withTransaction(() => this.carryOut(window, board, order, session), {
        readConcern: 'snapshot',
        writeConcern: { w: 'majority' },
      }),
    );
  }

  override ofPlayer(workspace: string, board: string, playerId: string): Promise<StandingCorrectionDocument[]> {
    return this.corrections.find({ workspace, playerId, board }).sort({ at: 1, _id: 1 }).toArray();
  }

  private async carryOut(
    { _id }: BoardWindowDocument,
    board: BoardDefinition,
    order: FrozenOrder,
    session: ClientSession,
  ): Promise<Outcome> {
    const windows = this.db.collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION);
    const window = await windows.findOneAndUpdate({ _id }, { $inc: { corrections: 1 } }, { session });
    if (window?.state !== 'frozen' || window.settledAt === undefined) return this.refuse(session, CLOSING);
    // Its standings are not kept any more.
    if (!window.buckets) return this.refuse(session, NOT_KEPT);
    const { workspace, window: key } = window;
    const { playerId, act, reason, by, at } = order;
    const named = { workspace, board: window.board, window: key, playerId, kind: act.kind, reason, by, at };
    const id = standingCorrectionId({ ...named, before: null, after: null }, order.key);
    const done = await this.corrections.findOne({ _id: id }, { session });
    if (done) return ok(done);
    const rows = new CorrectedRows(this.db, window, board, session);
    const places = new CorrectedPlaces(this.db, window, session);
    const place = await places.of(playerId);
    const before = place === undefined ? undefined : await rows.at('', place);
    const latest = await this.latestOf(window, playerId, session);
    const after = correctedRow(board, before, latest, act);
    if (!after.ok) return this.refuse(session, after.error);
    const moved = await this.move(rows, places, before, after.value);
    if (!moved.ok) return this.refuse(session, moved.error);
    const correction = { _id: id, ...named, before: before ?? null, after: moved.value };
    await this.corrections.insertOne(correction, { session });
    return ok(correction);
  }

  /** Moves a row in each list that it is in. Returns it with its new rank; null where it is in none any more. */
  private async move(
    rows: CorrectedRows,
    places: CorrectedPlaces,
    before: FrozenRow | undefined,
    after: FrozenRow | null,
  ): Promise<Result<FrozenRow | null, DomainError>> {
    const playerId = before?.playerId ?? after?.playerId ?? '';
    const parts = ['', ...(before?.parts ?? after?.parts ?? [])];
    const moves: RowMove[] = [];
    let placed: FrozenRow | null = null;
    for (const [index, part] of parts.entries()) {
      const from = before && (await places.of(playerId, index));
      const move: RowMove = {
        ...(from === undefined ? {} : { from }),
        ...(after ? { to: { place: await rows.placeFor(part, after, from), row: after } } : {}),
      };
      if (rows.behind(part, move) > MOST_ROWS) return err(TOO_MANY_ROWS);
      const row = await rows.move(part, move, (shifted) => places.note(part, shifted));
      if (part === '') placed = row ?? null;
      moves.push(move);
    }
    await places.move(playerId, parts, moves);
    return ok(placed);
  }

  private async latestOf({ workspace, board, window }: BoardWindowDocument, playerId: string, session: ClientSession) {
    const [latest] = await this.corrections
      .find({ workspace, playerId, board, window }, { session })
      .sort({ at: -1, _id: -1 })
      .limit(1)
      .toArray();
    return latest;
  }

  private async refuse(session: ClientSession, error: DomainError): Promise<Outcome> {
    await session.abortTransaction();
    return err(error);
  }

  /** The board as it was when the window closed: its rows are in that order. */
  private async boardAt({ workspace, release, board }: BoardWindowDocument): Promise<BoardDefinition> {
    const found = await this.db
      .collection<ReleaseDocument<Pick<ReleasedProgram, 'leaderboards'>>>(RELEASES_COLLECTION)
      .findOne({ _id: releaseDocumentId(workspace, release) }, { projection: { 'program.leaderboards': 1 } });
    const definition = found?.program.leaderboards.find((each) => boardId(each) === board);
    if (!definition) throw new Error(`release ${release} of ${workspace} has no leaderboard ${board}`);
    return definition;
  }

  private get corrections() {
    return this.db.collection<StandingCorrectionDocument>(STANDING_CORRECTIONS_COLLECTION);
  }
}

const NOT_KEPT = scoringErrors.noStanding('Nobody is in the final standings of this window.');

const TOO_MANY_ROWS = boardReadErrors.correctionTooLarge(
  `It would move more than ${MOST_ROWS} rows, which can’t be done in one piece.`,
);

const CLOSING = boardReadErrors.windowNotFinal('The window has ended, and what follows from its end is not all done.', {
  retryAfterSeconds: TRY_AGAIN_SECONDS,
});
