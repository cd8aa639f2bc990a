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
import { isPaid } from './paid-grant.js';

/** Failures after which a payment is not tried by itself any more; somebody has to say so. */
const MAX_FAILURES = 5;
/** From a payment that failed to the next one; each pause is four times the one before it. */
const FIRST_PAUSE_MS = 30_000;
const PAUSE = { $multiply: [FIRST_PAUSE_MS, { $pow: [4, { $subtract: ['$failures', 1] }] }] };

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
  const isPayment = record.type === GRANT_PAID;
  const filter = { _id, [isPayment ? 'attempt' : 'revocation.attempt']: attempt };
  const update = isPayment ? afterPayment(record) : afterRevocation(record);
  return { updateOne: { filter, update: [...update, { $unset: ['takenBy'] }, { $set: { updatedAt: NOW } }] } };
}

/** A refused attempt is over, and the next one has an id of its own; what failed may be carried out yet, under its own. */
function afterPayment(record: EventRecord): Document[] {
  const cause = record.failure ?? refusalOf(record);
  if (!cause) return paid(record);
  const next = record.failure ? [] : [{ $set: { attempt: { $add: ['$attempt', 1] } } }];
  return [...failed(cause), ...next];
}

/** What is only partly there to be taken back is taken back as far as it is. What failed is still due. */
function afterRevocation({ failure, effects }: EventRecord): Document[] {
  if (failure) return [{ $set: { cause: literal(failure) } }];
  const cause = effects.find((effect) => effect.kind === 'refused' && effect.code === scoringErrors.playerMerged.code);
  if (cause?.kind === 'refused') return [{ $set: { cause: literal(cause) } }, { $unset: ['dueAt'] }];
  return [{ $set: { state: 'revoked' } }, { $unset: ['dueAt', 'cause'] }];
}

type Cause = NonNullable<GrantDocument['cause']>;

/** What a leaderboard alone does not take of a payment is no refusal of it. */
function refusalOf(record: EventRecord): Cause | undefined {
  if (isPaid(record)) return undefined;
  const refusal = record.effects.find((effect) => effect.kind === 'refused');
  return refusal?.kind === 'refused' ? refusal : undefined;
}

/** The server's clock: pauses are of real time, whatever the time of the workspace is. */
const NOW = { $toLong: '$$NOW' };

/** Nobody takes back what is not paid yet: before, a revocation gives up. */
const IS_GIVEN_UP = { $eq: ['$state', 'revoked'] };
const MAY_TRY_AGAIN = { $and: [{ $eq: ['$state', 'failed'] }, { $lt: ['$failures', MAX_FAILURES] }] };

const paid = ({ decidedAt, occurredAt }: EventRecord): Document[] => [
  {
    $set: {
      state: { $cond: [{ $eq: [{ $type: '$claimMs' }, 'missing'] }, 'granted', 'claimed'] },
      paidAt: decidedAt,
      paidFor: occurredAt,
      // What was given up before its payment, which had failed and was carried out after all, is to be taken back.
      dueAt: { $cond: [IS_GIVEN_UP, NOW, '$$REMOVE'] },
    },
  },
  { $unset: ['cause'] },
];

/** What was given up stays so, and is not tried again. */
const failed = (cause: Cause): Document[] => [
  {
    $set: {
      state: { $cond: [IS_GIVEN_UP, 'revoked', 'failed'] },
      cause: literal(cause),
      failures: { $add: [{ $ifNull: ['$failures', 0] }, 1] },
    },
  },
  { $set: { dueAt: { $cond: [MAY_TRY_AGAIN, { $add: [NOW, PAUSE] }, '$$REMOVE'] } } },
];

/** Texts may begin with a dollar. */
const literal = ({ code, detail }: Cause): Document => ({ $literal: { code, detail } });
