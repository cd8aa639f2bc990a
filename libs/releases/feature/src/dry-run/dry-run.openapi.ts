import { EVENT_STREAM_TYPE } from '@laurel/platform-http';
import { type ApiResponseOptions, getSchemaPath } from '@nestjs/swagger';
import { DryRunDto } from './dry-run.dto.js';

const STREAM_EXAMPLE = `event: progress
data: {"done":300,"total":760}

event: result
data: {"release":5,"revision":"release-4","event":null,"history":{"events":760}}

`;

/** As JSON, or as server-sent events: the same `result`, with `progress` before it. */
export const DRY_RUN_ANSWERED: ApiResponseOptions = {
  description:
    'What it would lead to. As an event stream: `progress` with the events that were `done` of the `total`, at most five times a ' +
    'second, then `result`, or `error` with the problem.',
  content: {
    'application/json': { schema: { $ref: getSchemaPath(DryRunDto) } },
    [EVENT_STREAM_TYPE]: { schema: { type: 'string' }, example: STREAM_EXAMPLE },
  },
};
