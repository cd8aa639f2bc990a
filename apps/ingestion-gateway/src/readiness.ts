import { HealthChecks } from '@laurel/platform-health';
import { KAFKA, type KafkaClient, kafkaAnswers } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';

/** Ready means: the event log can be reached. MongoDB may be away, since known keys are remembered. */
@Injectable()
export class Readiness {
  constructor(health: HealthChecks, @Inject(KAFKA) kafka: KafkaClient) {
    health.register('kafka', () => kafkaAnswers(kafka));
  }
}
