import type { AdminSchemas } from '../api/index.js';

export type Permission = AdminSchemas['schemas']['Session']['permissions'][number];

/** One entry of the navigation, and a target of the search and of the keyboard. */
export interface Area {
  readonly id: string;
  readonly label: string;
  readonly path: string;
  /** What the area is for, in one line: shown by the search. */
  readonly about: string;
  /** Without it the area is not offered. */
  readonly permission: Permission;
  /** `g`, then this key, goes there. */
  readonly key: string;
  readonly group: 'Watch' | 'Design' | 'Operate';
}

/** Every area of the console. The navigation, the search and the keyboard know no other list. */
export const AREAS = [
  {
    id: 'overview',
    label: 'Overview',
    path: '/',
    about: 'Events per second, delay, errors and active players',
    permission: 'events:read',
    key: 'o',
    group: 'Watch',
  },
  {
    id: 'feed',
    label: 'Live feed',
    path: '/feed',
    about: 'Outcomes of events as they are decided',
    permission: 'events:read',
    key: 'f',
    group: 'Watch',
  },
  {
    id: 'events',
    label: 'Events',
    path: '/events',
    about: 'What an event did, rule by rule',
    permission: 'events:read',
    key: 'e',
    group: 'Watch',
  },
  {
    id: 'boards',
    label: 'Leaderboards',
    path: '/boards',
    about: 'Live boards, windows, rewards and moderation',
    permission: 'boards:read',
    key: 'b',
    group: 'Watch',
  },
  {
    id: 'program',
    label: 'Program',
    path: '/program',
    about: 'Draft, rules, dry runs and releases',
    permission: 'releases:read',
    key: 'p',
    group: 'Design',
  },
  {
    id: 'players',
    label: 'Players',
    path: '/players',
    about: 'Balances, timelines, corrections and bans',
    permission: 'players:read',
    key: 'l',
    group: 'Operate',
  },
  {
    id: 'quarantine',
    label: 'Quarantine',
    path: '/quarantine',
    about: 'Events that wait for a decision',
    permission: 'events:review',
    key: 'q',
    group: 'Operate',
  },
  {
    id: 'dead-letters',
    label: 'Dead letters',
    path: '/dead-letters',
    about: 'Messages that could not be read',
    permission: 'events:review',
    key: 'd',
    group: 'Operate',
  },
  {
    id: 'keys',
    label: 'Keys',
    path: '/keys',
    about: 'API keys and the identity provider',
    permission: 'keys:read',
    key: 'k',
    group: 'Operate',
  },
  {
    id: 'members',
    label: 'Members',
    path: '/members',
    about: 'Operators, their roles and your own sign-in',
    permission: 'session:own',
    key: 'm',
    group: 'Operate',
  },
  {
    id: 'audit',
    label: 'Audit log',
    path: '/audit',
    about: 'Who changed what, and when',
    permission: 'audit:read',
    key: 'a',
    group: 'Operate',
  },
] as const satisfies readonly Area[];

export type AreaId = (typeof AREAS)[number]['id'];

export const GROUPS = ['Watch', 'Design', 'Operate'] as const;

/** The areas that somebody with these permissions is offered. */
export const areasFor = (permissions: readonly Permission[]): readonly (typeof AREAS)[number][] =>
  AREAS.filter(({ permission }) => permissions.includes(permission));

/** The area that an address belongs to; undefined for none. */
export const areaAt = (pathname: string): (typeof AREAS)[number] | undefined =>
  AREAS.find(({ path }) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)));
