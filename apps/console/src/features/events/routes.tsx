import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const eventsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/events',
    component: lazyRouteComponent(() => import('./events.page.js'), 'EventsPage'),
  }),
] as const;
