import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../frame-route.js';
import { safeTarget } from './safe-target.js';

export interface SignInSearch {
  /** Where to go afterwards, on this origin. */
  readonly to?: string;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in.page.js'), 'SignInPage'),
  validateSearch: ({ to }: Record<string, unknown>): SignInSearch => {
    const target = safeTarget(to);
    return target === undefined ? {} : { to: target };
  },
});

export const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./set-password.page.js'), 'SetPasswordPage'),
});
