import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { eventOwnerOf, eventSearchOf } from './event-search.js';

export const eventsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/events',
    component: lazyRouteComponent(() => import('./events.page.js'), 'EventsPage'),
    validateSearch: eventSearchOf,
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/events/$eventId',
    component: lazyRouteComponent(() => import('./event.page.js'), 'EventPage'),
    validateSearch: eventOwnerOf,
  }),
] as const;
