import type { HttpAppOptions } from '@laurel/platform-http';

export const INGESTION_GATEWAY_HTTP: HttpAppOptions = {
  api: {
    title: 'Laurel ingestion gateway',
    description: 'Send events. An accepted event is in the event log and is never lost.',
    version: '0.1.0',
  },
  rawBodies: true,
  cors: true,
};
