import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../api/index.js';
import { auditRoutes } from '../features/audit/routes.js';
import { boardsRoutes } from '../features/boards/routes.js';
import { deadLettersRoutes } from '../features/dead-letters/routes.js';
import { eventsRoutes } from '../features/events/routes.js';
import { feedRoutes } from '../features/feed/routes.js';
import { keysRoutes } from '../features/keys/routes.js';
import { membersRoutes } from '../features/members/routes.js';
import { overviewRoutes } from '../features/overview/routes.js';
import { playersRoutes } from '../features/players/routes.js';
import { programRoutes } from '../features/program/routes.js';
import { quarantineRoutes } from '../features/quarantine/routes.js';
import { anyOtherRoute, frameRoute, rootRoute } from './frame-route.js';
import { setPasswordRoute, signInRoute } from './sign-in/routes.js';

const routeTree = rootRoute.addChildren([
  signInRoute,
  setPasswordRoute,
  frameRoute.addChildren([
    ...overviewRoutes,
    ...feedRoutes,
    ...eventsRoutes,
    ...boardsRoutes,
    ...programRoutes,
    ...playersRoutes,
    ...quarantineRoutes,
    ...deadLettersRoutes,
    ...keysRoutes,
    ...membersRoutes,
    ...auditRoutes,
    anyOtherRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
