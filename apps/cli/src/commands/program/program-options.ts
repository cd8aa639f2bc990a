import { AdminApi } from '../../gateways/admin-api.js';
import { type ClientOptions, adminGateway } from '../../gateways/client-options.js';

/** What all commands on programs are given. */
export interface ProgramOptions extends ClientOptions {
  readonly file: string;
  readonly api?: string;
  readonly json?: boolean;
}

/** The programs of the admin gateway that options and environment name. @throws UsageError, ConfigError */
export const adminApi = (options: ProgramOptions): AdminApi => new AdminApi(adminGateway(options));
