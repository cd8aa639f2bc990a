import type { HttpAppOptions } from '@laurel/platform-http';

export const QUERY_GATEWAY_HTTP: HttpAppOptions = {
  api: {
    title: 'Laurel query gateway',
    description: 'Read leaderboards, players and events; watch leaderboards live at `/v1/live` (WebSocket).',
    version: '0.1.0',
    sessions: true,
  },
  // Players' browsers read boards from pages of any origin; a bearer token goes nowhere by itself.
  cors: true,
};
