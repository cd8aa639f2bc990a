import { topicNames } from '@laurel/contracts';
import { moderationIndexes } from '@laurel/leaderboards-feature';
import { loadConfig } from '@laurel/platform-config';
import { createKafka, createTopics } from '@laurel/platform-kafka';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { createLog } from '@laurel/platform-observability';
import { releaseIndexes } from '@laurel/releases-feature';
import { closingIndexes } from '@laurel/leaderboards-feature';
import { rewardIndexes } from '@laurel/rewards-feature';
import { scoringIndexes } from '@laurel/scoring-feature';
import { tenancyIndexes } from '@laurel/tenancy-feature';
import { MigrateConfig } from './migrate.config.js';
import { refuseOlderData } from './refuse-older-data.js';
import { runCommand } from './run-command.js';

const DAY_MS = 86_400_000;

/** Creates the topics, collections and indexes that are missing. Running it again changes nothing. */
async function migrate(): Promise<void> {
  const config = loadConfig(MigrateConfig);
  const log = createLog({ service: 'migrate', level: config.log.level });

  const topics = await createTopics(
    createKafka({ brokers: config.kafka.brokers, clientId: 'migrate' }, log),
    topicNames(config.kafka.topicPrefix),
    { replicationFactor: config.replicationFactor, retentionMs: config.retentionDays * DAY_MS },
  );
  log.info({ created: topics }, 'migrate.topics_ready');

  const mongo = await connectMongo(config.mongo);
  const db = mongo.getClient().db(config.mongo.database);
  await refuseOlderData(db);
  const wanted = [
    ...tenancyIndexes,
    ...releaseIndexes,
    ...scoringIndexes,
    ...closingIndexes,
    ...moderationIndexes,
    ...rewardIndexes,
  ];
  await ensureIndexes(db, wanted);
  await mongo.close();
  log.info({ collections: wanted.map(({ collection }) => collection) }, 'migrate.collections_ready');
}

void runCommand(migrate);
