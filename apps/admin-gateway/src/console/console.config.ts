import { Env } from '@laurel/platform-config';
import { Matches } from 'class-validator';

const BASE_URL = /^(https?:\/\/[^\s/?#@]+)?$/;
const MESSAGE = { message: 'must be a URL without a path, such as http://query-gateway:7103' };

/** Where the console's page finds the other gateways: through this one, since its session's cookie is for one origin. */
export class ConsoleConfig {
  @Env('LAUREL_CONSOLE_QUERY_URL', {
    description:
      'The query gateway as this process reaches it, without a path. With it the console is served at `/`, and requests to ' +
      '`/query/v1/…` are passed on; without it there is no console.',
  })
  @Matches(BASE_URL, MESSAGE)
  readonly queryUrl: string = '';

  @Env('LAUREL_CONSOLE_INGESTION_URL', {
    description:
      'The ingestion gateway as this process reaches it, without a path. With it requests of the console to `/ingest/v1/…` are ' +
      'passed on.',
  })
  @Matches(BASE_URL, MESSAGE)
  readonly ingestionUrl: string = '';
}
