import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsObject, IsString, MaxLength, ValidateIf } from 'class-validator';

export const MAX_NOTE_LENGTH = 1_000;

/** A program as the API's description shows it. */
export const PROGRAM_EXAMPLE = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'win',
      on: ['match_won'],
      then: [{ effect: 'record', stat: 'points', amount: 3 }],
    },
  ],
  leaderboards: [
    { key: 'league', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

@ApiSchema({ name: 'PublishRelease' })
export class PublishReleaseDto {
  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: true,
    description:
      'The whole configuration: `{ stats, rules, leaderboards, eventTypes?, currencies?, boosts?, segments?, rewards?, rewardSchedules? }`. It is validated as a whole. Without it, the draft ' +
      'is published.',
    example: PROGRAM_EXAMPLE,
  })
  @ValidateIf(({ program }: PublishReleaseDto) => program !== undefined)
  @IsObject()
  readonly program?: object;

  @ApiProperty({ required: false, maxLength: MAX_NOTE_LENGTH, default: '', description: 'What changed, for people.' })
  @IsString()
  @MaxLength(MAX_NOTE_LENGTH)
  readonly note: string = '';
}
