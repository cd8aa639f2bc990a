import { Matches } from 'class-validator';
import { Env } from '../env.decorator.js';

export class RedisConfig {
  @Env('LAUREL_REDIS_URL', {
    description: 'Redis connection URL. May hold a password.',
    example: 'redis://127.0.0.1:6479',
    secret: true,
  })
  @Matches(/^rediss?:\/\/\S+$/, { message: 'must be a redis:// or rediss:// URL' })
  readonly url: string = '';

  @Env('LAUREL_REDIS_KEY_PREFIX', { description: 'Starts the name of every key.' })
  @Matches(/^[a-zA-Z0-9:._-]{1,64}$/)
  readonly keyPrefix: string = 'laurel:';
}
