import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { overviewSearchOf } from './overview-search.js';

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./overview.page.js'), 'OverviewPage'),
    validateSearch: overviewSearchOf,
  }),
] as const;
