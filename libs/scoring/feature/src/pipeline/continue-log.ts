import { type Result, err, ok } from '@laurel/kernel';
import type { LogMessage } from '@laurel/platform-kafka';
import type { PartitionState } from '../partition/partition-state.js';
import { fingerprintOf } from './commit.step.js';

/**
 * Checks that a batch continues the log exactly where the state ends, and gives the messages that are new.
 *
 * The first batch after an assignment begins with the message that was committed last, which must be the same one still. A
 * gap or another message means that the topic was recreated, that retention passed us, or that MongoDB was restored from a
 * backup: the partition must halt, for going on would skip events or count them twice.
 */
export function continueLog(
  state: PartitionState,
  messages: readonly LogMessage[],
): Result<readonly LogMessage[], string> {
  const { checkpoint } = state;
  let fresh = messages;
  if (checkpoint && state.awaitsCheckpointMessage) {
    const [first, ...rest] = messages;
    if (!first) return ok(messages);
    if (first.offset !== checkpoint.offset) {
      return err(`the log gives offset ${first.offset} where ${checkpoint.offset} was committed last`);
    }
    if (fingerprintOf(first) !== checkpoint.fingerprint) {
      return err(`the message at offset ${first.offset} is not the one that was committed`);
    }
    fresh = rest;
  }
  const gap = fresh.findIndex((message, index) => message.offset !== state.nextOffset + index);
  if (gap >= 0) return err(`offset ${state.nextOffset + gap} is missing: the log goes on at ${fresh[gap]?.offset}`);
  state.awaitsCheckpointMessage = false;
  return ok(fresh);
}
