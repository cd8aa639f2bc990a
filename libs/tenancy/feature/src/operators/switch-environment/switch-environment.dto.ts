import { ENVIRONMENTS, type Environment } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

@ApiSchema({ name: 'SwitchEnvironment' })
export class SwitchEnvironmentDto {
  @ApiProperty({ enum: [...ENVIRONMENTS] })
  @IsIn(ENVIRONMENTS)
  readonly environment: Environment = '' as Environment;
}
