import { type CommandMessage, type Topics, playerKey } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import { KafkaProducer, type Receipt, TOPICS } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';

/** Puts orders about events into the event log, under the key of the player. */
@Injectable()
export class CommandLog {
  constructor(
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Topics,
  ) {}

  /** @returns where the log has it. Error: `kafka.unavailable` */
  async append(command: CommandMessage): Promise<Result<Receipt, DomainError>> {
    const message = { key: playerKey(command.workspace, command.playerId), value: JSON.stringify(command) };
    const sent = await this.producer.send(this.topics.events, [message]);
    if (!sent.ok) return sent;
    const [receipt] = sent.value;
    if (!receipt) throw new Error('the log took a command and gave no receipt');
    return ok(receipt);
  }
}
