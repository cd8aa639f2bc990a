import { loadConfig } from '@laurel/platform-config';
import type { Command } from 'commander';
import { UsageError } from '../exit-codes.js';
import { ClientConfig } from './client.config.js';
import { Gateway } from './gateway.js';

/** What commands share that work over the gateways. */
export interface ClientOptions {
  readonly key?: string;
}

/** Adds the option of the key to a command. */
export const withKey = (command: Command): Command =>
  command.option('--key <key>', 'a key of the workspace; better LAUREL_API_KEY, which no list of processes shows');

/** The key that the options or the environment give. @throws UsageError when there is none, or what is given is none */
export function keyOf({ key }: ClientOptions, { apiKey }: ClientConfig): string {
  const given = key ?? apiKey;
  if (given === '') {
    throw new UsageError(
      'There is no key. Set LAUREL_API_KEY to a secret key of the workspace: "npm start" prints those of the demo, and\n' +
        'leaves one for your shell: . .laurel/demo.env',
    );
  }
  if (/^[\x21-\x7e]+$/.test(given)) return given;
  throw new UsageError('The key holds spaces or characters that no key has.');
}

/** An address as it was given; what stands behind the path of a gateway is its own. @throws UsageError */
export function addressOf(option: string, given: string | undefined, configured: string): string {
  const address = given ?? configured;
  if (/^https?:\/\/[^\s@?#]+$/.test(address) && URL.canParse(address)) return address;
  throw new UsageError(`${option} must be an http:// or https:// address without a password.`);
}

/** @throws ConfigError */
export const clientConfig = (): ClientConfig => loadConfig(ClientConfig);

/** The admin gateway that options and environment name. @throws UsageError, ConfigError */
export function adminGateway(options: ClientOptions & { readonly api?: string }): Gateway {
  const config = clientConfig();
  const url = addressOf('--api', options.api, config.adminUrl);
  const option = '--api or LAUREL_ADMIN_URL';
  return new Gateway({ name: 'admin gateway', url, option, key: keyOf(options, config) });
}
