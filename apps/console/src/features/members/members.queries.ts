import { type AdminSchemas, adminApi, answerOf } from '../../api/index.js';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-pages.js';
import { SESSION_KEY } from '../../app/session-identity.js';

export type Member = AdminSchemas['schemas']['Operator'];
export type Roles = Member['roles'];
export type Invitation = AdminSchemas['schemas']['CreateOperator'];
export type ChangeMember = AdminSchemas['schemas']['ChangeOperator'];
export type ChangePassword = AdminSchemas['schemas']['ChangePassword'];

const STALE = [['members'], ['audit']] as const;
const LIMIT = 100;

/** Operators of the tenant, the newest first. */
export const useMembers = () =>
  usePages(['members'], (cursor) =>
    answerOf(adminApi.GET('/v1/operators', { params: { query: { limit: LIMIT, cursor } } })),
  );

export const useInvite = () =>
  useAct((body: Invitation) => answerOf(adminApi.POST('/v1/operators', { body })), { stale: STALE });

export const useChangeMember = (id: string) =>
  useAct((body: ChangeMember) => answerOf(adminApi.PATCH('/v1/operators/{id}', { params: { path: { id } }, body })), {
    stale: STALE,
    done: 'Changed: it holds at every instance within seconds',
  });

export const useRemoveMember = (id: string) =>
  useAct(() => answerOf(adminApi.DELETE('/v1/operators/{id}', { params: { path: { id } } })), {
    stale: STALE,
    done: 'The member is removed, and signed out',
  });

export const useRenewToken = (id: string) =>
  useAct(() => answerOf(adminApi.POST('/v1/operators/{id}/password-token', { params: { path: { id } } })), {
    stale: STALE,
  });

export const useRemoveMemberTotp = (id: string) =>
  useAct(() => answerOf(adminApi.DELETE('/v1/operators/{id}/totp', { params: { path: { id } } })), {
    stale: STALE,
    done: 'Signing in asks for the password alone',
  });

/** By a one-time token, of somebody who is not signed in. */
export const useChangePassword = () =>
  useAct((body: ChangePassword) => answerOf(adminApi.PUT('/v1/session/password', { body })), {
    stale: [SESSION_KEY],
    done: 'The password is changed, and all other sessions are ended',
  });

export const useOfferTotp = () =>
  useAct((password: string) => answerOf(adminApi.POST('/v1/session/totp', { body: { password } })), { stale: [] });

export const useConfirmTotp = () =>
  useAct((code: string) => answerOf(adminApi.PUT('/v1/session/totp', { body: { code } })), { stale: STALE });

export const useRemoveTotp = () =>
  useAct((password: string) => answerOf(adminApi.POST('/v1/session/totp/remove', { body: { password } })), {
    stale: STALE,
    done: 'Signing in asks for the password alone',
  });
