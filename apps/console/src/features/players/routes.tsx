import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { filterOf } from './player-filter.js';

const TABS = ['overview', 'timeline', 'grants'] as const;
export type PlayerTab = (typeof TABS)[number];

export const playersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/players',
    component: lazyRouteComponent(() => import('./players.page.js'), 'PlayersPage'),
    validateSearch: filterOf,
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/players/$playerId',
    component: lazyRouteComponent(() => import('./player.page.js'), 'PlayerPage'),
    validateSearch: ({ tab }: Record<string, unknown>): { readonly tab?: PlayerTab } => {
      const known = TABS.find((name) => name === tab);
      return known && known !== 'overview' ? { tab: known } : {};
    },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/segments',
    component: lazyRouteComponent(() => import('./segments.page.js'), 'SegmentsPage'),
  }),
] as const;
