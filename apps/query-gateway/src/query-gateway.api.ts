import type { HttpAppOptions } from '@laurel/platform-http';

export const QUERY_GATEWAY_HTTP: HttpAppOptions = {
  api: {
    title: 'Laurel query gateway',
    description:
      'Read leaderboards, players and events; watch them live at `/v1/live` (WebSocket) and `/v1/live/stream`.',
    version: '0.1.0',
    sessions: true,
  },
  // Players' browsers read boards from pages of any origin, or of those configured; a bearer token goes nowhere by itself.
  cors: true,
};
