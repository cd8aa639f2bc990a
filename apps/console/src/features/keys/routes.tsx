import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export type KeysTab = 'keys' | 'identity-provider';

export const keysRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/keys',
    component: lazyRouteComponent(() => import('./keys.page.js'), 'KeysPage'),
    validateSearch: ({ tab }: Record<string, unknown>): { readonly tab?: KeysTab } =>
      tab === 'identity-provider' ? { tab } : {},
  }),
] as const;
