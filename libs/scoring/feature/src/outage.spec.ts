import { OutageError } from '@laurel/platform-kafka';
import { MongoNetworkTimeoutError } from 'mongodb';
import { StaleCheckpointError } from './adapters/scoring-store.mongo.js';
import { asOutage } from './outage.js';

describe('an error of a batch', () => {
  it.each([
    ['MongoDB that has gone silent', new MongoNetworkTimeoutError('connection 3 timed out')],
    ['another owner of the partition', new StaleCheckpointError(3)],
  ])('that comes of %s is an outage, with its reason', (_, cause) => {
    const error = asOutage(cause);

    expect(error).toBeInstanceOf(OutageError);
    expect(error).toMatchObject({ message: cause.message, cause });
  });

  it('that is an outage already, or may be of the messages, stays what it is', () => {
    for (const error of [new OutageError('Kafka is away'), new TypeError('a bug'), 'text']) {
      expect(asOutage(error)).toBe(error);
    }
  });
});
