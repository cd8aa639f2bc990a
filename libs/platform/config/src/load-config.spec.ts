import { IsInt, IsNotEmpty, Max, Min } from 'class-validator';
import { ConfigError } from './config-error.js';
import { describeConfig } from './describe-config.js';
import { Env, Section } from './env.decorator.js';
import { loadConfig, unknownNames } from './load-config.js';
import { HttpConfig } from './sections/http.config.js';
import { KafkaConfig } from './sections/kafka.config.js';
import { PlayerTokenPublicKeyConfig } from './sections/player-token.config.js';

class SampleConfig {
  @Section() readonly http = new HttpConfig(7199);
  @Section() readonly kafka = new KafkaConfig();

  @Env('LAUREL_SAMPLE_DAYS', { description: 'Days to sample.', as: 'integer' })
  @IsInt()
  @Min(1)
  @Max(9)
  readonly days: number = 3;

  @Env('LAUREL_SAMPLE_SECRET', { description: 'Opens the sample.', secret: true })
  @IsNotEmpty()
  readonly secret: string = '';
}

const ENOUGH = { LAUREL_KAFKA_BROKERS: '127.0.0.1:9192', LAUREL_SAMPLE_SECRET: 'hush' };

function problemsOf(env: Record<string, string>): ConfigError {
  try {
    loadConfig(SampleConfig, env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error;
    }
  }
  throw new Error('was not refused');
}

describe('a config', () => {
  it('takes its initialisers where the environment is silent or empty', () => {
    const config = loadConfig(SampleConfig, { ...ENOUGH, LAUREL_SAMPLE_DAYS: '' });
    expect([config.http.port, config.http.host, config.days]).toEqual([7199, '0.0.0.0', 3]);
  });

  it('reads numbers and lists', () => {
    const config = loadConfig(SampleConfig, { ...ENOUGH, LAUREL_KAFKA_BROKERS: 'a:1, b:2,', LAUREL_HTTP_PORT: '80' });
    expect(config.kafka.brokers).toEqual(['a:1', 'b:2']);
    expect(config.http.port).toBe(80);
  });

  it('reads line ends that were escaped in a PEM', () => {
    const pem = '-----BEGIN PUBLIC KEY-----\\nabc\\n-----END PUBLIC KEY-----';
    const config = loadConfig(PlayerTokenPublicKeyConfig, { LAUREL_PLAYER_TOKEN_PUBLIC_KEY: pem });
    expect(config.publicKey.split('\n')).toHaveLength(3);
  });

  it('lists every missing and bad name with its rule, and names nobody reads', () => {
    const { problems, unknownNames: unknown } = problemsOf({
      LAUREL_KAFKA_BROKERS: 'nonsense',
      LAUREL_SAMPLE_DAYS: '12',
      LAUREL_HTTP_PORT: '7x',
      LAUREL_KAFKA_BROKER: 'a:1',
    });
    expect(problems.map(({ name }) => name).sort()).toEqual([
      'LAUREL_HTTP_PORT',
      'LAUREL_HTTP_PORT',
      'LAUREL_HTTP_PORT',
      'LAUREL_KAFKA_BROKERS',
      'LAUREL_SAMPLE_DAYS',
      'LAUREL_SAMPLE_SECRET',
    ]);
    expect(problems).toContainEqual({ name: 'LAUREL_SAMPLE_DAYS', rule: 'must not be greater than 9' });
    expect(problems).toContainEqual({ name: 'LAUREL_SAMPLE_SECRET', rule: 'is required' });
    expect(unknown).toEqual(['LAUREL_KAFKA_BROKER']);
  });

  it('never shows a value in its error', () => {
    expect(problemsOf({ ...ENOUGH, LAUREL_KAFKA_BROKERS: 'user:hunter2' }).message).not.toContain('hunter2');
  });

  it('tells which names of the environment it does not read', () => {
    expect(unknownNames(SampleConfig, { ...ENOUGH, LAUREL_OTHER: '1', PATH: '/bin' })).toEqual(['LAUREL_OTHER']);
  });

  it('cannot be changed', () => {
    const config = loadConfig(SampleConfig, ENOUGH);
    expect(() => Object.assign(config, { days: 4 })).toThrow(TypeError);
    expect(() => Object.assign(config.http, { port: 4 })).toThrow(TypeError);
  });

  it('describes its variables without an environment', () => {
    const rows = describeConfig(SampleConfig);
    expect(rows.map(({ name, required, defaultText }) => [name, required, defaultText])).toEqual([
      ['LAUREL_HTTP_HOST', false, '0.0.0.0'],
      ['LAUREL_HTTP_PORT', false, '7199'],
      ['LAUREL_SHUTDOWN_GRACE_MS', false, '1000'],
      ['LAUREL_HTTP_REQUEST_TIMEOUT_MS', false, '30000'],
      ['LAUREL_KAFKA_BROKERS', true, ''],
      ['LAUREL_KAFKA_TOPIC_PREFIX', false, 'laurel.'],
      ['LAUREL_SAMPLE_DAYS', false, '3'],
      ['LAUREL_SAMPLE_SECRET', true, ''],
    ]);
  });
});
