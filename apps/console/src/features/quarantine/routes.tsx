import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import type { QuarantineFilter } from './quarantine.queries.js';

const FIELDS = ['playerId', 'type', 'stat'] as const;

export const quarantineRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quarantine',
    component: lazyRouteComponent(() => import('./quarantine.page.js'), 'QuarantinePage'),
    validateSearch: (search: Record<string, unknown>): QuarantineFilter =>
      Object.fromEntries(
        FIELDS.flatMap((field) => {
          const value = search[field];
          return (typeof value === 'string' || typeof value === 'number') && value !== ''
            ? [[field, String(value)]]
            : [];
        }),
      ),
  }),
] as const;
