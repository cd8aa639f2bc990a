import { parseInstant } from '@laurel/kernel';
import { ValidateBy } from 'class-validator';

/** RFC 3339 with an offset. */
export const IsInstant = (): PropertyDecorator =>
  ValidateBy({
    name: 'dateTime',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseInstant(value) !== undefined,
      defaultMessage: () => '$property must be an RFC 3339 date-time that exists, with an offset: 2026-12-24T18:00:00Z',
    },
  });
