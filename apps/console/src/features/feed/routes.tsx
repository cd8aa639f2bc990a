import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { feedSearchOf } from './feed-filter.js';

export const feedRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/feed',
    component: lazyRouteComponent(() => import('./feed.page.js'), 'FeedPage'),
    validateSearch: feedSearchOf,
  }),
] as const;
