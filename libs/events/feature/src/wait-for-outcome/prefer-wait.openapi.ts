import type { ApiHeaderOptions, ApiResponseOptions } from '@nestjs/swagger';
import { OutcomeDto } from './outcome.dto.js';

export const PREFER_HEADER: ApiHeaderOptions = {
  name: 'Prefer',
  description:
    '`wait=N` (RFC 7240), N from 1 to 10 seconds: answers 200 with the outcome if it is there in time, and 202 as without ' +
    'otherwise; `Preference-Applied` says that it was waited for. For credentials that may read events (`events:read`). ' +
    'Anything else is ignored.',
  required: false,
  schema: { type: 'string', example: 'wait=2' },
};

export const OUTCOME_ANSWERED: ApiResponseOptions = {
  type: OutcomeDto,
  description: 'With `Prefer: wait`: what became of the event.',
  headers: {
    'Preference-Applied': {
      description: 'The wait as it was asked for.',
      schema: { type: 'string', example: 'wait=2' },
    },
  },
};
