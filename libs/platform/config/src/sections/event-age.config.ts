import { IsInt, Max, Min } from 'class-validator';
import { Env } from '../env.decorator.js';

/** How long ago an event may have happened. The same for all services: what one accepts, the other must remember. */
export class EventAgeConfig {
  @Env('LAUREL_EVENT_MAX_AGE_DAYS', {
    description:
      'Oldest event that is taken, in days since it happened. Ids are remembered as long as event records: raise it beyond ' +
      'their retention only to load history that is sent once.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(36_500)
  readonly maxAgeDays: number = 400;
}
