import { isRedisUnavailable } from './redis-failure.js';

describe('isRedisUnavailable', () => {
  it.each([
    'Command timed out',
    'Connection is closed.',
    "Stream isn't writeable and enableOfflineQueue options is false",
    'Reached the max retries per request limit (which is 0). Refer to "maxRetriesPerRequest" option for details.',
    'LOADING Redis is loading the dataset in memory',
    "READONLY You can't write against a read only replica.",
    "OOM command not allowed when used memory > 'maxmemory'.",
  ])('expects: %s', (message) => {
    expect(isRedisUnavailable(new Error(message))).toBe(true);
  });

  it.each([
    'WRONGTYPE Operation against a key holding the wrong kind of value',
    'ERR Error running script: user_script:1: attempt to index a nil value',
    'NOSCRIPT No matching script. Please use EVAL.',
  ])('takes for a bug: %s', (message) => {
    expect(isRedisUnavailable(new Error(message))).toBe(false);
  });

  it('takes for a bug what is no error at all', () => {
    expect(isRedisUnavailable('Command timed out')).toBe(false);
  });
});
