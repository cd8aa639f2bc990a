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

  constructor(defaultPort: number) {
    this.port = defaultPort;
  }
}
