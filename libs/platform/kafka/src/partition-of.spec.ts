import { EVENTS_PARTITIONS, partitionOf } from '@laurel/contracts';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';

const partitionMetadata = Array.from({ length: EVENTS_PARTITIONS }, (_, partitionId) => ({
  partitionId,
  leader: 0,
  partitionErrorCode: 0,
  replicas: [],
  isr: [],
}));
const byKafkajs = Partitioners.DefaultPartitioner();

describe('the partition of a key', () => {
  // From Kafka's own tests of its murmur2 (org.apache.kafka.common.utils.UtilsTest).
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('is the one that Kafka’s own client gives to %s', (key, hash) => {
    expect(partitionOf(key)).toBe((hash & 0x7fffffff) % EVENTS_PARTITIONS);
  });

  it('is the one that kafkajs gives to any key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (key) => {
        expect(partitionOf(key)).toBe(byKafkajs({ topic: 'events', partitionMetadata, message: { key, value: null } }));
      }),
    );
  });
});
