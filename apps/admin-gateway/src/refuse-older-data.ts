import type { Db } from 'mongodb';

/** Collections of an earlier version, which kept event records and ledger entries in a document each. */
const OLDER = ['events', 'ledger'];

/**
 * Refuses to go on with a database that this version can't read: its ids would be unknown, and events could count twice.
 *
 * @throws with what to do
 */
export async function refuseOlderData(db: Db): Promise<void> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const found = OLDER.filter((name) => names.includes(name));
  if (found.length === 0) return;
  throw new Error(
    `the database ${db.databaseName} was written by an earlier Laurel (it holds: ${found.join(', ')}), which this version can't read. ` +
      'Start anew with "npm start -- --reset --yes", or choose other names: LAUREL_MONGO_DATABASE, LAUREL_KAFKA_TOPIC_PREFIX ' +
      'and LAUREL_REDIS_KEY_PREFIX.',
  );
}
