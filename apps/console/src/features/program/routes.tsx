import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export const programRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program',
    component: lazyRouteComponent(() => import('./program.page.js'), 'ProgramPage'),
  }),
] as const;
