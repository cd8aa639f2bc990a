export { ensureIndexes } from './indexes.js';
export type { CollectionIndexes } from './indexes.js';
export { isMongoUnavailable } from './mongo-failure.js';
export { mongoAnswers } from './mongo-health.js';
export { MONGO_CONNECTION, MONGO_DB, MongoModule, connectMongo } from './mongo.module.js';
export type { MongoModuleOptions } from './mongo.module.js';
