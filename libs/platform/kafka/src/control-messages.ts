import {
  type BarrierMessage,
  type ClockMessage,
  EVENTS_PARTITIONS,
  type ReleaseMessage,
  playerKey,
} from '@laurel/contracts';
import type { OutgoingMessage } from './producer-call.js';

/** A control message for every partition, addressed by number: the key only tells readers of the log whose message it is. */
export function toEveryPartition(message: ReleaseMessage | ClockMessage | BarrierMessage): OutgoingMessage[] {
  const key = playerKey(message.workspace ?? '', '');
  const value = JSON.stringify(message);
  return Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => ({ partition, key, value }));
}
