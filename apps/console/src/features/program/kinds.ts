/** One kind of what a program holds. */
export interface Kind {
  /** Part of the address, here and in the API: `/v1/<path>/<key>`. */
  readonly path: KindPath;
  /** The list in the program that holds them. */
  readonly collection: string;
  readonly plural: string;
  readonly singular: string;
  /** What it is for, in one sentence. */
  readonly about: string;
}

export type KindPath =
  | 'stats'
  | 'currencies'
  | 'segments'
  | 'event-types'
  | 'rules'
  | 'boosts'
  | 'leaderboards'
  | 'rewards'
  | 'reward-schedules';

/** In the order in which a program is thought of: what is counted, what happens, who wins. */
export const KINDS: readonly Kind[] = [
  {
    path: 'event-types',
    collection: 'eventTypes',
    plural: 'Event types',
    singular: 'event type',
    about: 'What may be sent, and what it must look like.',
  },
  {
    path: 'stats',
    collection: 'stats',
    plural: 'Stats',
    singular: 'stat',
    about: 'What is counted of every player.',
  },
  {
    path: 'currencies',
    collection: 'currencies',
    plural: 'Currencies',
    singular: 'currency',
    about: 'What players earn and spend.',
  },
  {
    path: 'segments',
    collection: 'segments',
    plural: 'Segments',
    singular: 'segment',
    about: 'Players of whom a condition holds.',
  },
  {
    path: 'rules',
    collection: 'rules',
    plural: 'Rules',
    singular: 'rule',
    about: 'What follows when an event comes.',
  },
  {
    path: 'boosts',
    collection: 'boosts',
    plural: 'Boosts',
    singular: 'boost',
    about: 'Times at which rules pay more.',
  },
  {
    path: 'leaderboards',
    collection: 'leaderboards',
    plural: 'Leaderboards',
    singular: 'leaderboard',
    about: 'Who is ahead, for all time or by windows.',
  },
  {
    path: 'rewards',
    collection: 'rewards',
    plural: 'Rewards',
    singular: 'reward',
    about: 'What winners are given.',
  },
  {
    path: 'reward-schedules',
    collection: 'rewardSchedules',
    plural: 'Reward schedules',
    singular: 'reward schedule',
    about: 'Who is given what when a window ends.',
  },
];

export const kindByPath = (path: string): Kind | undefined => KINDS.find((kind) => kind.path === path);

export const kindByCollection = (collection: string): Kind | undefined =>
  KINDS.find((kind) => kind.collection === collection);
