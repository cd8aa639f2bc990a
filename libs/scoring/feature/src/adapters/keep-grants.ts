import {
  type EventRecord,
  GRANTS_COLLECTION,
  type GrantDocument,
  type GrantPaidProperties,
  grantDocumentId,
} from '@laurel/contracts';
import { GRANT_PAID, GRANT_REVOKED } from '@laurel/kernel';
import { scoringErrors } from '@laurel/scoring-domain';
import type { AnyBulkWriteOperation, ClientSession, Db, Document } from 'mongodb';

/** Payments that are tried by themselves; after that somebody has to say so. */
const MAX_ATTEMPTS = 5;
/** From a payment that failed to the next one; each pause is four times the one before it. */
const FIRST_PAUSE_MS = 30_000;

/** Moves the grants that a batch paid, could not pay, or took back, in the transaction that says so. */
export async function keepGrants(db: Db, records: readonly EventRecord[], session: ClientSession): Promise<void> {
  let moves: AnyBulkWriteOperation<GrantDocument>[] | undefined;
  for (const record of records) {
    if (record.type !== GRANT_PAID && record.type !== GRANT_REVOKED) continue;
    const move = moveOf(record);
    if (move) (moves ??= []).push(move);
  }
  if (moves) await db.collection<GrantDocument>(GRANTS_COLLECTION).bulkWrite(moves, { session });
}

/** The document moves if the attempt is its latest. Of whoever is erased there is none any more. */
function moveOf(record: EventRecord): AnyBulkWriteOperation<GrantDocument> | undefined {
  if (record.status !== 'processed' && record.status !== 'failed') return undefined;
  const { grant, attempt } = record.properties as Readonly<Record<string, unknown>> & GrantPaidProperties;
  const _id = grantDocumentId(record.workspace, grant);
  if (record.type === GRANT_PAID) {
    const cause = paymentFailure(record);
    const update = cause ? failed(cause, attempt) : paid(record);
    return { updateOne: { filter: { _id, attempt }, update: [...update, ...DONE] } };
  }
  const cause = revocationFailure(record);
  const update = cause ? [{ $set: { cause: literal(cause) } }, { $unset: ['dueAt'] }] : REVOKED;
  return { updateOne: { filter: { _id, 'revocation.attempt': attempt }, update: [...update, ...DONE] } };
}

type Cause = NonNullable<GrantDocument['cause']>;

/** A payment is made whole or refused whole; what a leaderboard alone does not take is no failure. */
function paymentFailure({ failure, effects }: EventRecord): Cause | undefined {
  if (failure) return failure;
  return effects.every(({ kind }) => kind === 'refused') ? refusalIn(effects) : undefined;
}

/** What is only partly there to be taken back is taken back as far as it is. */
function revocationFailure({ failure, effects }: EventRecord): Cause | undefined {
  if (failure) return failure;
  return refusalIn(effects.filter((effect) => effect.kind === 'refused' && effect.code === MERGED));
}

const MERGED = scoringErrors.playerMerged.code;

function refusalIn(effects: EventRecord['effects']): Cause | undefined {
  for (const effect of effects) {
    if (effect.kind === 'refused') return { code: effect.code, detail: effect.detail };
  }
  return undefined;
}

/** The server's clock: pauses are of real time, whatever the time of the workspace is. */
const NOW = { $toLong: '$$NOW' };
const DONE: readonly Document[] = [{ $unset: ['takenBy'] }, { $set: { updatedAt: NOW } }];

const paid = ({ decidedAt, occurredAt }: EventRecord): Document[] => [
  {
    $set: {
      state: { $cond: [{ $eq: [{ $type: '$claimMs' }, 'missing'] }, 'granted', 'claimed'] },
      paidAt: decidedAt,
      paidFor: occurredAt,
    },
  },
  { $unset: ['dueAt', 'cause'] },
];

const failed = (cause: Cause, attempt: number): Document[] => [
  { $set: { state: 'failed', cause: literal(cause) } },
  attempt < MAX_ATTEMPTS
    ? { $set: { dueAt: { $add: [NOW, FIRST_PAUSE_MS * 4 ** (attempt - 1)] } } }
    : { $unset: ['dueAt'] },
];

const REVOKED: readonly Document[] = [{ $set: { state: 'revoked' } }, { $unset: ['dueAt', 'cause'] }];

/** Texts may begin with a dollar. */
const literal = ({ code, detail }: Cause): Document => ({ $literal: { code, detail } });
