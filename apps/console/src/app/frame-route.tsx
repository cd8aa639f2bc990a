import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/index.js';
import { Frame } from './frame.js';
import { Failure } from './failure.js';
import { NotFound } from './not-found.js';
import { sessionQuery } from './session.queries.js';
import { clockQuery } from './workspace-clock.js';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: Failure,
});

/** Everything that somebody signed in sees: the areas are its children. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  errorComponent: Failure,
  notFoundComponent: NotFound,
  beforeLoad: async ({ context: { queryClient }, location }) => {
    try {
      const { permissions } = await queryClient.ensureQueryData(sessionQuery);
      // So that no page tells a time by another clock first. Pages do without it where it can't be had.
      if (permissions.includes('clock:read')) await queryClient.prefetchQuery({ ...clockQuery, staleTime: Infinity });
    } catch (error) {
      if (problemOf(error).status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    }
  },
});

/** Any other address: within the frame, so that the search is at hand. */
export const anyOtherRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '$',
  component: NotFound,
});
