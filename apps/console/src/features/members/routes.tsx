import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

const TABS = ['members', 'sign-in', 'clock'] as const;
export type MembersTab = (typeof TABS)[number];

export const membersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/members',
    component: lazyRouteComponent(() => import('./members.page.js'), 'MembersPage'),
    validateSearch: ({ tab }: Record<string, unknown>): { readonly tab?: MembersTab } => {
      const known = TABS.find((name) => name === tab);
      return known ? { tab: known } : {};
    },
  }),
] as const;
