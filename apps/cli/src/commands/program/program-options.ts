import { AdminApi } from '../../gateways/admin-api.js';
import { type ClientOptions, addressOf, clientConfig, keyOf } from '../../gateways/client-options.js';
import { Gateway } from '../../gateways/gateway.js';

/** What all commands on programs are given. */
export interface ProgramOptions extends ClientOptions {
  readonly file: string;
  readonly api?: string;
  readonly json?: boolean;
}

/** The admin gateway that options and environment name. @throws UsageError, ConfigError */
export function adminApi(options: ProgramOptions): AdminApi {
  const config = clientConfig();
  const url = addressOf('--api', options.api, config.adminUrl);
  const option = '--api or LAUREL_ADMIN_URL';
  return new AdminApi(new Gateway({ name: 'admin gateway', url, option, key: keyOf(options, config) }));
}
