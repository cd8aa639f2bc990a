import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

export interface DeadLettersSearch {
  readonly cause?: string;
  /** The letter that is open. */
  readonly letter?: string;
}

export const deadLettersRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/dead-letters',
    component: lazyRouteComponent(() => import('./dead-letters.page.js'), 'DeadLettersPage'),
    validateSearch: ({ cause, letter }: Record<string, unknown>): DeadLettersSearch => ({
      ...(typeof cause === 'string' && cause ? { cause } : {}),
      ...(typeof letter === 'string' && letter ? { letter } : {}),
    }),
  }),
] as const;
