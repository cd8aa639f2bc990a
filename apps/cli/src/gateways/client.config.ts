import { Env } from '@laurel/platform-config';
import { Matches } from 'class-validator';

const GATEWAY_URL = /^https?:\/\/[^\s@]+$/;
const NOT_A_URL = { message: 'must be an http:// or https:// URL without a password' };

/** Where the gateways are, and the key that opens them: all that commands need which work as any client does. */
export class ClientConfig {
  @Env('LAUREL_ADMIN_URL', { description: 'URL of the admin gateway.' })
  @Matches(GATEWAY_URL, NOT_A_URL)
  readonly adminUrl: string = 'http://127.0.0.1:7102';

  @Env('LAUREL_INGESTION_URL', { description: 'URL of the ingestion gateway.' })
  @Matches(GATEWAY_URL, NOT_A_URL)
  readonly ingestionUrl: string = 'http://127.0.0.1:7101';

  @Env('LAUREL_QUERY_URL', { description: 'URL of the query gateway.' })
  @Matches(GATEWAY_URL, NOT_A_URL)
  readonly queryUrl: string = 'http://127.0.0.1:7103';

  /** Empty: none is given. No message shows it, so its shape is judged by who uses it. */
  @Env('LAUREL_API_KEY', { description: 'Key of the workspace to work on.', secret: true })
  @Matches(/^[\x21-\x7e]*$/, { message: 'must be a key: printable characters without spaces' })
  readonly apiKey: string = '';
}
