import type { Roles } from './members.queries.js';

export const ROLES = ['owner', 'admin', 'designer', 'analyst', 'support'] as const;
export type Role = (typeof ROLES)[number];

export const ENVIRONMENTS = ['dev', 'staging', 'live'] as const;

/** What a role is for, in a line. */
export const ROLE_ABOUT: Readonly<Record<Role, string>> = {
  owner: 'Everything, also managing owners',
  admin: 'Everything but managing owners',
  designer: 'Looks at the game, edits drafts, publishes and promotes',
  analyst: 'Looks at events, boards, players and releases',
  support: 'Looks likewise; reviews events, and changes, bans and exports players',
};

/** Roles as people say them: “designer; live: analyst”. */
export function rolesText(roles: Roles): string {
  const { tenant } = roles;
  const named = ENVIRONMENTS.flatMap((name) => {
    const role = roles[name];
    return role ? [`${name}: ${role}`] : [];
  });
  return [...(tenant ? [tenant] : []), ...named].join('; ') || 'none';
}

/** Roles without the places that have none. */
export const withoutNone = (roles: Roles): Roles =>
  Object.fromEntries(Object.entries(roles).filter(([, role]) => role !== undefined));

/** Whether somebody with these roles reaches anything. */
export const reachesAnything = (roles: Roles): boolean => Object.keys(withoutNone(roles)).length > 0;
