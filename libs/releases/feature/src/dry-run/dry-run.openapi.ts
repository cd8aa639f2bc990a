import { EVENT_STREAM_TYPE } from '@laurel/platform-http';
import { type ApiBodyOptions, type ApiResponseOptions, getSchemaPath } from '@nestjs/swagger';
import { DryRunDto } from './dry-run.dto.js';
import { DryRunOrderDto } from './dry-run-order.dto.js';

const STREAM_EXAMPLE = `event: progress
data: {"done":300,"total":760}

event: result
data: {"release":5,"revision":"release-4","event":null,"history":{"events":760}}

`;

/** Exactly one subject: one event, or recorded ones by their number or time. */
export const DRY_RUN_ORDER: ApiBodyOptions = {
  type: DryRunOrderDto,
  examples: {
    event: {
      summary: 'One event',
      value: { event: { type: 'match_played', playerId: 'arsenal', properties: { goalsFor: 2, goalsAgainst: 1 } } },
    },
    last: { summary: 'The last recorded events', value: { last: 760, top: 3 } },
    time: {
      summary: 'Those of a time, under an earlier release',
      value: { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', release: 3 },
    },
  },
};

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
