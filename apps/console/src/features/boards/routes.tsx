import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const boardsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards',
    component: lazyRouteComponent(() => import('./boards.page.js'), 'BoardsPage'),
  }),
] as const;
