import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { auditFilterOf } from './audit-filter.js';

export const auditRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit.page.js'), 'AuditPage'),
    validateSearch: auditFilterOf,
  }),
] as const;
