import { toIso } from '@laurel/kernel';
import { KEY_KINDS, KEY_PERMISSIONS, type KeyKind, type Permission } from '@laurel/platform-auth';
import { type KeyStatus, permissionsOf, statusOf } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { ApiKeyDocument } from './adapters/tenancy.documents.js';

export const MAX_KEY_NAME_LENGTH = 100;

@ApiSchema({ name: 'Key' })
export class KeyDto {
  @ApiProperty({ example: 'key_01a1fc67-90f3-7712-93f3-6dda202dc8df', description: 'Part of the key as well.' })
  readonly id: string = '';

  @ApiProperty({ description: 'Empty for a key that was made without one.', example: 'match servers' })
  readonly name: string = '';

  @ApiProperty({ enum: [...KEY_KINDS] })
  readonly kind: KeyKind = 'secret';

  @ApiProperty({ enum: [...KEY_PERMISSIONS], isArray: true })
  readonly permissions: readonly Permission[] = [];

  @ApiProperty({ enum: ['active', 'expired', 'revoked'] })
  readonly status: KeyStatus = 'active';

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string = '';

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The key or operator that made it; null for the command line.',
  })
  readonly createdBy: string | null = null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it has no end.' })
  readonly expiresAt: string | null = null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The minute of its last use, a few seconds late; null if it was never used.',
  })
  readonly lastUsedAt: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'The key that replaces it.' })
  readonly rolledTo: string | null = null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly revokedAt: string | null = null;
}

@ApiSchema({ name: 'NewKey' })
export class NewKeyDto extends KeyDto {
  @ApiProperty({
    description:
      'The key itself, shown this once: keep it now. A publishable one may be part of a client; no other may.',
    example: 'lrl_live_pk_01a1fc67-90f3-7712-93f3-6dda202dc8df_…',
  })
  readonly key: string = '';
}

@ApiSchema({ name: 'KeyPage' })
export class KeyPageDto {
  @ApiProperty({ type: [KeyDto] })
  readonly entries: readonly KeyDto[] = [];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of older keys.' })
  readonly next: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of newer keys.' })
  readonly prev: string | null = null;
}

/** A key as it is told of: nothing of its secret. */
export function toKeyDto(document: ApiKeyDocument, now: number): KeyDto {
  const { _id, name = '', kind = 'secret', permissions, createdAt, createdBy, rolledTo, revokedAt } = document;
  return {
    id: _id,
    name,
    kind,
    permissions: permissionsOf({ kind, permissions }, KEY_PERMISSIONS),
    status: statusOf({ expiresAt: document.expiresAt ?? null, revokedAt }, now),
    createdAt: toIso(createdAt),
    createdBy: createdBy ?? null,
    expiresAt: isoOrNull(document.expiresAt),
    lastUsedAt: isoOrNull(document.lastUsedAt),
    rolledTo: rolledTo ?? null,
    revokedAt: isoOrNull(revokedAt),
  };
}

const isoOrNull = (time: number | null | undefined): string | null => (typeof time === 'number' ? toIso(time) : null);
