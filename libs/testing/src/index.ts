export { FakeClock } from './fake-clock.js';
export { JwksServer } from './jwks-server.js';
export { playerTokenKeyPair } from './player-token-keys.js';
export { uniqueTestScope } from './scope.js';
export type { TestScope } from './scope.js';
export { testServers } from './servers.js';
export type { TestServers } from './servers.js';
export { silentLog } from './silent-log.js';
export { until } from './until.js';
