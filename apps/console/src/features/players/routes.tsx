import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const playersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/players',
    component: lazyRouteComponent(() => import('./players.page.js'), 'PlayersPage'),
  }),
] as const;
