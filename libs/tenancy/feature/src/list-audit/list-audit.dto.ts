import { parseInstant, toIso } from '@laurel/kernel';
import { PageQueryDto } from '@laurel/platform-http';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import type { AuditDocument } from '../adapters/tenancy.documents.js';
import { IsInstant } from '../is-instant.js';

export class ListAuditDto extends PageQueryDto {
  @ApiProperty({ required: false, maxLength: 128, description: 'Only what this key, operator or player did: its id.' })
  @IsOptional()
  @IsString()
  @Length(1, 128)
  readonly actor?: string;

  @ApiProperty({ required: false, maxLength: 64, description: 'Only this action.', example: 'keys.create' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly action?: string;

  @ApiProperty({ required: false, maxLength: 256, description: 'Only what was done to this.' })
  @IsOptional()
  @IsString()
  @Length(1, 256)
  readonly target?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Only what was done then or later.' })
  @IsOptional()
  @IsInstant()
  readonly from?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Only what was done before.' })
  @IsOptional()
  @IsInstant()
  readonly to?: string;
}

@ApiSchema({ name: 'AuditActor' })
export class AuditActorDto {
  @ApiProperty({ example: 'secret_key' })
  readonly kind: string = '';

  @ApiProperty({ example: 'key_01a1fc67-90f3-7712-93f3-6dda202dc8df' })
  readonly id: string = '';
}

@ApiSchema({ name: 'AuditEntry' })
export class AuditEntryDto {
  @ApiProperty({ example: 'aud_01a1fc67-90f3-7712-93f3-6dda202dc8df' })
  readonly id: string = '';

  @ApiProperty({ format: 'date-time' })
  readonly at: string = '';

  @ApiProperty({ type: AuditActorDto })
  readonly actor: AuditActorDto = new AuditActorDto();

  @ApiProperty({ example: 'keys.create' })
  readonly action: string = '';

  @ApiProperty({ description: 'What it was done to: an id, a key, a number.' })
  readonly target: string = '';

  @ApiProperty({
    description: 'As it was, where the action tells; no secret. Null otherwise.',
    nullable: true,
    type: Object,
  })
  readonly before: unknown = null;

  @ApiProperty({ description: 'As it became; no secret. Null otherwise.', nullable: true, type: Object })
  readonly after: unknown = null;

  @ApiProperty({ description: '`x-request-id` of the request that did it.' })
  readonly requestId: string = '';
}

@ApiSchema({ name: 'AuditPage' })
export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  readonly entries: readonly AuditEntryDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of older entries.' })
  readonly next: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of newer entries.' })
  readonly prev: string | null = null;
}

export const toAuditEntryDto = (entry: AuditDocument): AuditEntryDto => ({
  id: entry._id,
  at: toIso(entry.at),
  actor: entry.actor,
  action: entry.action,
  target: entry.target,
  before: parseOrNull(entry.before),
  after: parseOrNull(entry.after),
  requestId: entry.requestId,
});

/** @param text checked by `IsInstant` */
export const instantOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseInstant(text);

const parseOrNull = (json: string | undefined): unknown => (json === undefined ? null : (JSON.parse(json) as unknown));
