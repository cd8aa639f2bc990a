import { queryOptions, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type AdminSchemas, adminApi, answerOf, queryClient } from '../api/index.js';
import type { Permission } from './areas.js';
import { tellOtherTabs } from './other-tabs.js';
import { SESSION_KEY, type Session, identityOf } from './session-identity.js';

export type { Session };
export type Environment = Session['environment'];
export type SignIn = AdminSchemas['schemas']['SignIn'];

/**
 * Who is signed in. The frame has it before any page is shown. Asked again when the window is looked at: the cookie, and so the
 * environment, is shared with other windows.
 */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async (): Promise<Session> => {
    const session = await answerOf(adminApi.GET('/v1/session'));
    const before = queryClient.getQueryData<Session>(SESSION_KEY);
    if (before && identityOf(before) !== identityOf(session)) forgetAll();
    return session;
  },
  staleTime: 60_000,
  refetchOnWindowFocus: 'always',
  retry: false,
});

/** Who is signed in, where, and what that permits. Only under the frame, which loads it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** Whether the operator may do this in the environment of the session: hide or disable what would be refused. */
export const usePermission = (permission: Permission): boolean => useSession().permissions.includes(permission);

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: SignIn) => answerOf(adminApi.POST('/v1/sessions', { body })),
    onSuccess: begin,
  });

export const useSignOut = () =>
  useMutation({
    mutationFn: () => answerOf(adminApi.DELETE('/v1/session')),
    onSuccess: tellOtherTabs,
  });

/** Goes on in another environment: nothing of the one before stays in memory. */
export const useSwitchEnvironment = () =>
  useMutation({
    mutationFn: (environment: Environment) =>
      answerOf(adminApi.PUT('/v1/session/environment', { body: { environment } })),
    onSuccess: begin,
  });

function begin(session: Session): void {
  forgetAll();
  queryClient.setQueryData(sessionQuery.queryKey, session);
  tellOtherTabs();
}

/** Everything but the session, which is replaced. */
function forgetAll(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}
