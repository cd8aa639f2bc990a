import { ApiProperty } from '@nestjs/swagger';

export class LiveTicketDto {
  @ApiProperty({ description: 'A secret, for one use.', example: 'lrt_kq0VhsdN0Wqf3nX7gk0cW2oEDxD0nT9hV3oZ7dJYwzs' })
  readonly ticket: string = '';

  @ApiProperty({ format: 'date-time', description: 'Until when it can be used.' })
  readonly expiresAt: string = '';
}
