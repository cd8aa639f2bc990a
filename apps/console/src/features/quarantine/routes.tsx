import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const quarantineRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quarantine',
    component: lazyRouteComponent(() => import('./quarantine.page.js'), 'QuarantinePage'),
  }),
] as const;
