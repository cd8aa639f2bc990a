import { queryOptions, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type AdminSchemas, adminApi, answerOf, queryClient } from '../api/index.js';
import type { Permission } from './areas.js';

export type Session = AdminSchemas['schemas']['Session'];
export type Environment = Session['environment'];
export type SignIn = AdminSchemas['schemas']['SignIn'];

/** Who is signed in. The frame has it before any page is shown. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answerOf(adminApi.GET('/v1/session')),
  staleTime: 60_000,
  retry: false,
});

/** Who is signed in, where, and what that permits. Only under the frame, which loads it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** Whether the operator may do this in the environment of the session: hide or disable what would be refused. */
export const usePermission = (permission: Permission): boolean => useSession().permissions.includes(permission);

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: SignIn) => answerOf(adminApi.POST('/v1/sessions', { body })),
    onSuccess: (session) => begin(session),
  });

export const useSignOut = () =>
  useMutation({
    mutationFn: () => answerOf(adminApi.DELETE('/v1/session')),
    onSuccess: () => queryClient.clear(),
  });

/** Goes on in another environment: nothing of the one before stays in memory. */
export const useSwitchEnvironment = () =>
  useMutation({
    mutationFn: (environment: Environment) =>
      answerOf(adminApi.PUT('/v1/session/environment', { body: { environment } })),
    onSuccess: (session) => begin(session),
  });

function begin(session: Session): void {
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
}
