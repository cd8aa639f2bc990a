import { ArrayNotEmpty, IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import { Env } from '../env.decorator.js';

/** Who may connect to the live feed, and how many. */
export class LiveConfig {
  @Env('LAUREL_LIVE_ORIGINS', {
    description:
      'Origins whose pages may connect to the live feed and read the query gateway, like `https://game.example`, separated by commas; ' +
      '`*` is any, since every connection proves by itself who it is. With a list, name the origin of the console too. What sends no ' +
      '`Origin`, as servers do, passes.',
    as: 'list',
  })
  @IsArray()
  @ArrayNotEmpty()
  @Matches(/^(\*|https?:\/\/[a-z0-9.-]+(:\d{1,5})?)$/, {
    each: true,
    message: 'must be * or origins, scheme and host in lower case, separated by commas',
  })
  readonly origins: string[] = ['*'];

  @Env('LAUREL_LIVE_CONNECTIONS', {
    description: 'Connections of the live feed at one instance, sockets and streams; more are refused with 503.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly connections: number = 20_000;

  @Env('LAUREL_LIVE_CONNECTIONS_PER_SECOND', {
    description:
      'New connections of the live feed that one instance takes per second; more are refused with 503 and asked to come back later, ' +
      'so that all who were dropped at once do not come back at once.',
    as: 'integer',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly connectionsPerSecond: number = 500;
}
