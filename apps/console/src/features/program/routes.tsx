import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

/** Releases that are compared, as the address names them. */
interface Compared {
  readonly from: number;
  readonly to: number;
}

const releaseNumber = (value: unknown): number => Math.max(1, Math.floor(Number(value)) || 1);

export const programRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program',
    component: lazyRouteComponent(() => import('./draft/draft.page.js'), 'DraftPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/changes',
    component: lazyRouteComponent(() => import('./diff/changes.page.js'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/dry-run',
    component: lazyRouteComponent(() => import('./dry-run/dry-run.page.js'), 'DryRunPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/source',
    component: lazyRouteComponent(() => import('./source.page.js'), 'SourcePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/compare',
    validateSearch: ({ from, to }: Record<string, unknown>): Compared => ({
      from: releaseNumber(from),
      to: releaseNumber(to),
    }),
    component: lazyRouteComponent(() => import('./diff/compare.page.js'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/releases',
    component: lazyRouteComponent(() => import('./releases/releases.page.js'), 'ReleasesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/releases/$release',
    component: lazyRouteComponent(() => import('./releases/release.page.js'), 'ReleasePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/new/$kind',
    component: lazyRouteComponent(() => import('./editor/resource.page.js'), 'NewResourcePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/$kind',
    component: lazyRouteComponent(() => import('./draft/kind.page.js'), 'KindPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/program/$kind/$key',
    component: lazyRouteComponent(() => import('./editor/resource.page.js'), 'ResourcePage'),
  }),
] as const;
