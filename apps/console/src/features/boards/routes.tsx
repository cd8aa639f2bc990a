import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { readBoardSearch } from './board-search.js';

export const boardsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards',
    component: lazyRouteComponent(() => import('./boards.page.js'), 'BoardsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards/new',
    component: lazyRouteComponent(() => import('./edit/new-board.page.js'), 'NewBoardPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards/$key',
    validateSearch: readBoardSearch,
    component: lazyRouteComponent(() => import('./live/live-board.page.js'), 'LiveBoardPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards/$key/windows',
    component: lazyRouteComponent(() => import('./windows/windows.page.js'), 'WindowsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards/$key/rewards',
    component: lazyRouteComponent(() => import('./rewards/rewards.page.js'), 'RewardsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards/$key/edit',
    component: lazyRouteComponent(() => import('./edit/edit-board.page.js'), 'EditBoardPage'),
  }),
] as const;
