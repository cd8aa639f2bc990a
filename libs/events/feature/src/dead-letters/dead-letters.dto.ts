import { PageQueryDto } from '@laurel/platform-http';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { ReceiptDto } from '../get-event/recorded-event.dto.js';
import type { Receipt } from '../get-event/receipt.js';

export class ListDeadLettersDto extends PageQueryDto {
  @ApiProperty({ required: false, maxLength: 128, description: 'Only of this player.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly playerId?: string;

  @ApiProperty({
    required: false,
    maxLength: 128,
    description: 'Only with this cause.',
    example: 'scoring.undecodable',
  })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly cause?: string;
}

/** A message of the event log that could not be processed. */
@ApiSchema({ name: 'DeadLetter' })
export class DeadLetterDto {
  @ApiProperty({ description: 'Partition and offset of the message in the event log.', example: '3:1042' })
  readonly id: string = '';

  @ApiProperty({ description: 'The code of an error, which has a page.', example: 'scoring.undecodable' })
  readonly cause: string = '';

  @ApiProperty({ example: 'the message is not JSON' })
  readonly detail: string = '';

  @ApiProperty({ type: String, nullable: true, description: 'As far as the message tells.', example: 'arsenal' })
  readonly playerId: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'As far as the message tells.', example: 'match-1' })
  readonly eventId: string | null = null;

  @ApiProperty({ format: 'date-time', description: 'When it was put aside.' })
  readonly putAsideAt: string = '';

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'How often it was published: more than once after a crash.',
  })
  readonly copies: number = 1;
}

@ApiSchema({ name: 'DeadLetterList' })
export class DeadLetterListDto {
  @ApiProperty({ type: [DeadLetterDto] })
  readonly entries: readonly DeadLetterDto[] = [];

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many there are in all, of those that were asked for.' })
  readonly total: number = 0;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of what is older; null at the end.' })
  readonly next: string | null = null;
}

/** A letter with what it holds. */
@ApiSchema({ name: 'OpenedDeadLetter' })
export class OpenedDeadLetterDto extends DeadLetterDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The message as text, of which bytes that are not UTF-8 are replaced; null when it was empty.',
  })
  readonly content: string | null = null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How long what the letter holds is, in bytes.' })
  readonly bytes: number = 0;

  @ApiProperty({ description: 'Whether the letter holds only the beginning; the event log has the rest.' })
  readonly truncated: boolean = false;
}

/** A message that the event log has again. */
@ApiSchema({ name: 'DeadLetterReplayed' })
export class DeadLetterReplayedDto {
  @ApiProperty({ example: '3:1042' })
  readonly id: string = '';

  @ApiProperty({ type: String, nullable: true, description: 'The event to look at, as far as the message tells.' })
  readonly eventId: string | null = null;

  @ApiProperty({ type: String, nullable: true })
  readonly playerId: string | null = null;

  @ApiProperty({ enum: ['accepted'] })
  readonly status = 'accepted' as const;

  @ApiProperty({ type: ReceiptDto, description: 'Where the event log has the message now.' })
  readonly receipt: Receipt = new ReceiptDto();
}
