import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const membersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/members',
    component: lazyRouteComponent(() => import('./members.page.js'), 'MembersPage'),
  }),
] as const;
