import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runningUrls } from './start/launcher-lock.ts';
import { readStackEnvironment } from './start/stack-environment.ts';

/**
 * `npm run laurel -- [--data <folder>] <command>`: the operators' command line on the servers that `npm start` runs, or ran
 * last, with its data in this folder; unless the environment names others.
 */
const root = resolve(import.meta.dirname, '..', '..', '..');
const SERVERS = ['LAUREL_KAFKA_BROKERS', 'LAUREL_MONGO_URL', 'LAUREL_REDIS_URL'];

/** Takes the option off the command line, whose other arguments are the command's. */
function dataDir(): string {
  const [option, folder] = process.argv.slice(2);
  if (option !== '--data' || folder === undefined) return join(root, '.laurel');
  process.argv.splice(2, 2);
  return resolve(folder);
}

// All or nothing: half of one stack and half of another would be compared with each other.
const folder = dataDir();
if (SERVERS.every((name) => !process.env[name])) {
  Object.assign(process.env, readStackEnvironment(folder));
}
// Gateways are named one by one: each command speaks to those that it is given.
for (const [service, url] of Object.entries(runningUrls(folder))) {
  process.env[`LAUREL_${service.toUpperCase()}_URL`] ||= url;
}
await import(pathToFileURL(join(root, 'apps', 'cli', 'dist', 'main.js')).href);
