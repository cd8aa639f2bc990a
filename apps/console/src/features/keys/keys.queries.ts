import { useQuery } from '@tanstack/react-query';
import { type AdminSchemas, adminApi, answerOf, problemOf } from '../../api/index.js';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-pages.js';

export type Key = AdminSchemas['schemas']['Key'];
export type CreateKey = AdminSchemas['schemas']['CreateKey'];
export type KeyPermission = Key['permissions'][number];
export type IdentityProvider = AdminSchemas['schemas']['IdentityProvider'];
export type PutIdentityProvider = AdminSchemas['schemas']['PutIdentityProvider'];

const STALE = [['keys'], ['audit']] as const;
const LIMIT = 100;

/** Keys of the environment, the newest first. */
export const useKeys = () =>
  usePages(['keys'], (cursor) => answerOf(adminApi.GET('/v1/keys', { params: { query: { limit: LIMIT, cursor } } })));

export const useCreateKey = () =>
  useAct((body: CreateKey) => answerOf(adminApi.POST('/v1/keys', { body })), { stale: STALE });

export const useRenameKey = (id: string) =>
  useAct((name: string) => answerOf(adminApi.PATCH('/v1/keys/{id}', { params: { path: { id } }, body: { name } })), {
    stale: STALE,
    done: (name) => `The key is called ${name} now`,
  });

export const useRollKey = (id: string) =>
  useAct(
    (overlapSeconds: number) =>
      answerOf(adminApi.POST('/v1/keys/{id}/roll', { params: { path: { id } }, body: { overlapSeconds } })),
    { stale: STALE },
  );

export const useRevokeKey = (id: string) =>
  useAct(
    ({ force }: { readonly force: boolean }) =>
      answerOf(
        adminApi.DELETE('/v1/keys/{id}', {
          params: { path: { id }, query: { force: force ? 'true' : 'false' } },
        }),
      ),
    { stale: STALE, done: 'The key is revoked: every instance refuses it within seconds' },
  );

const PROVIDER = ['identity-provider'] as const;

/** Null where none is chosen. */
export const useIdentityProvider = () =>
  useQuery({ queryKey: PROVIDER, queryFn: readProvider, refetchOnWindowFocus: false });

async function readProvider(): Promise<IdentityProvider | null> {
  try {
    return await answerOf(adminApi.GET('/v1/identity-provider'));
  } catch (error) {
    if (problemOf(error).status === 404) return null;
    throw error;
  }
}

export const usePutIdentityProvider = () =>
  useAct((body: PutIdentityProvider) => answerOf(adminApi.PUT('/v1/identity-provider', { body })), {
    stale: [PROVIDER, ['audit']],
    done: 'Its tokens are taken from now on',
  });

export const useRemoveIdentityProvider = () =>
  useAct(() => answerOf(adminApi.DELETE('/v1/identity-provider')), {
    stale: [PROVIDER, ['audit']],
    done: 'Its tokens are refused within seconds',
  });
