import { IsInt, IsNotEmpty, IsString, Max, Min } from 'class-validator';
import { Env } from '../env.decorator.js';

/** Where a process listens. Each app passes its own default port. */
export class HttpConfig {
  @Env('LAUREL_HTTP_HOST', { description: 'Address to listen on.' })
  @IsString()
  @IsNotEmpty()
  readonly host: string = '0.0.0.0';

  @Env('LAUREL_HTTP_PORT', { description: 'TCP port to listen on; 0 takes a free one.', as: 'integer' })
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port: number;

  @Env('LAUREL_SHUTDOWN_GRACE_MS', {
    description:
      'How long a service that was told to stop is unready and serves on, with answers that end their connections, before it ' +
      'closes its port. Longer than your balancer takes to see that.',
    as: 'integer',
  })
  @IsInt()
  @Min(0)
  @Max(5_000)
  readonly shutdownGraceMs: number = 1_000;

  @Env('LAUREL_HTTP_REQUEST_TIMEOUT_MS', {
    description:
      'How long a client may take to send one request, headers and body, before its connection is closed. Waiting for the ' +
      'answer is not part of it.',
    as: 'integer',
  })
  @IsInt()
  @Min(1_000)
  @Max(300_000)
  readonly requestTimeoutMs: number = 30_000;

  constructor(defaultPort: number) {
    this.port = defaultPort;
  }
}
