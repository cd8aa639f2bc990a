import type { HttpAppOptions } from '@laurel/platform-http';

export const ADMIN_GATEWAY_HTTP: HttpAppOptions = {
  api: {
    title: 'Laurel admin gateway',
    description:
      'Publish the configuration of a workspace, void events, change players, manage keys and mint player tokens. For servers and ' +
      'operators.',
    version: '0.1.0',
    sessions: true,
  },
};
