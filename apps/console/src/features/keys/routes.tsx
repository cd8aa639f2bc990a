import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const keysRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/keys',
    component: lazyRouteComponent(() => import('./keys.page.js'), 'KeysPage'),
  }),
] as const;
