import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const deadLettersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/dead-letters',
    component: lazyRouteComponent(() => import('./dead-letters.page.js'), 'DeadLettersPage'),
  }),
] as const;
