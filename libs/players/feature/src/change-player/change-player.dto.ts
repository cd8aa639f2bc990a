import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, IsUrl, Length, Matches, MaxLength, ValidateBy } from 'class-validator';
import { isTimeZone } from './time-zone.js';

const LONGEST_NAME = 100;
const LONGEST_URL = 2_048;

const IsTimeZone = (): PropertyDecorator =>
  ValidateBy({
    name: 'timeZone',
    validator: {
      validate: isTimeZone,
      defaultMessage: () => '$property must be the IANA name of a time zone: Europe/London',
    },
  });

/** What is to be known of a player. Null is as if it were left out under `PUT`, and takes away under `PATCH`. */
@ApiSchema({ name: 'PlayerProfile' })
export class ProfileChangeDto {
  @ApiProperty({
    required: false,
    type: String,
    nullable: true,
    minLength: 1,
    maxLength: LONGEST_NAME,
    example: 'Arsenal',
  })
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_NAME)
  @Matches(new RegExp(CUSTOMER_ID_PATTERN, 'u'), { message: 'name must not hold control characters' })
  @Matches(/\S/u, { message: 'name must not be blank' })
  readonly name?: string | null;

  @ApiProperty({
    required: false,
    type: String,
    nullable: true,
    format: 'uri',
    maxLength: LONGEST_URL,
    description: 'An http or https URL. Laurel never fetches it.',
    example: 'https://example.com/arsenal.png',
  })
  @IsOptional()
  @MaxLength(LONGEST_URL)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  readonly avatarUrl?: string | null;

  @ApiProperty({
    required: false,
    type: String,
    nullable: true,
    description: 'IANA name of the player’s time zone.',
    example: 'Europe/London',
  })
  @IsOptional()
  @IsTimeZone()
  readonly timeZone?: string | null;

  @ApiProperty({
    selfRequired: false,
    type: 'object',
    nullable: true,
    maxProperties: 64,
    additionalProperties: {
      oneOf: [{ type: 'string', maxLength: 256 }, { type: 'number' }, { type: 'boolean', nullable: true }],
    },
    description:
      'What you know of the player, by keys of your own: slugs (lower case, digits, `_`, `-`). At most 64 in all; texts of up ' +
      'to 256 characters, numbers and booleans.',
    example: { city: 'London', founded: 1886 },
  })
  @IsOptional()
  @IsObject()
  readonly attributes?: Readonly<Record<string, string | number | boolean | null>> | null;
}
