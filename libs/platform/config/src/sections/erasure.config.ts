import { Matches } from 'class-validator';
import { Env } from '../env.decorator.js';

/** What names the tombstones of erased players: whoever erases, and whoever refuses their later events. */
export class ErasureConfig {
  @Env('LAUREL_ERASURE_KEY', {
    description:
      'Names the tombstones of erased players: a secret of at least 32 letters and digits. Never change it: under another key nobody ' +
      'is known to be erased.',
    example: '0123456789abcdef…',
    secret: true,
  })
  @Matches(/^[\w+/=.-]{32,1024}$/, { message: 'must be 32 to 1024 letters, digits or _+/=.-' })
  readonly key: string = '';
}
