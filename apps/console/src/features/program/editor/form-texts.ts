import type { KindPath } from '../kinds.js';

/** What members are called where their name alone says too little. */
export const LABELS: Readonly<Record<string, string>> = {
  on: 'On events of type',
  when: 'When',
  then: 'Then',
  key: 'Key',
  stop: 'Stop behind a match',
  op: 'Comparison',
  cel: 'Expression',
  eq: 'equals',
  ne: 'does not equal',
  gt: 'is more than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  in: 'is one of',
  contains: 'contains',
  exists: 'is there',
  other: 'Property of the event',
  property: 'Property of the event',
  attribute: 'Attribute of the player',
  all: 'All of these',
  any: 'Any of these',
  not: 'Not',
  clients: 'Players may send it',
  schema: 'Schema of its properties',
  multiplier: 'Multiplier',
  what: 'Gives',
  per: 'Per',
};

/** What shapes are called, by the member that only they have. */
export const CHOICE_LABELS: Readonly<Record<string, string>> = {
  '': 'A fixed value',
  cel: 'An expression (CEL)',
  property: 'A property of the event',
  attribute: 'An attribute of the player',
  other: 'A property of the event',
  value: 'A value to tell apart',
  amount: 'An amount',
  ranks: 'Places',
  topPercent: 'The best so many percent',
  minScore: 'Whoever has a score',
  currency: 'A currency',
  stat: 'A stat',
  item: 'An item',
  title: 'A title',
};

const INSTANT = 'Date, time and offset, as in 2026-05-01T00:00:00+02:00.';
const CONDITION = 'Without it, it is so for every event.';

/** Sentences about fields, by kind and pointer. */
export const HELP: Readonly<Record<KindPath, Readonly<Record<string, string>>>> = {
  stats: {
    '/aggregation': 'What becomes of several recordings. To change it begins the stat anew.',
    '/scale': 'Decimals of its amounts, as for money; none by default.',
    '/start': 'What it begins with: nothing, or what was recorded under its key before.',
    '/plausible': 'Events beyond it wait in quarantine until somebody decides.',
  },
  currencies: { '/scale': 'Decimals of its amounts. It can not be changed once it is published.' },
  segments: { '/when': 'A segment looks at the player alone: attributes, stats, balances, and expressions over them.' },
  'event-types': {
    '/key': 'As events say it: match_won, shop.sale_closed.',
    '/schema': 'JSON Schema (2020-12) of the properties that its events have.',
    '/validation': 'Whether an event that breaks the schema is refused, or taken with a warning.',
  },
  rules: {
    '/on': 'It is asked for events of these types alone.',
    '/when': CONDITION,
    '/then': 'Everything that follows where it holds, in this order.',
    '/priority': 'Higher ones are judged first; 0 by default.',
    '/stop': 'Rules behind it do not match the event then.',
    '/limits': 'How often it may match for one player.',
    '/cooldownSeconds': 'Least time between two matches of one player.',
    '/firstPlayers': 'It matches for the first so many players alone.',
    '/active/from': INSTANT,
    '/active/to': INSTANT,
  },
  boosts: {
    '/from': INSTANT,
    '/to': INSTANT,
    '/multiplier': '10000 is once, 20000 twice, 15000 half as much again.',
    '/scope': 'What it multiplies; without it, all that rules award and record.',
  },
  leaderboards: {
    '/source': 'The stat whose recordings are counted.',
    '/order': 'Who is first: who has most, or who has least.',
    '/windows': 'Times of which each has a table of its own.',
    '/windows/start': INSTANT,
    '/windows/end': INSTANT,
    '/graceSeconds': 'How long after its end a window takes results that were made before it.',
    '/keepWindows': 'Ended windows that are kept.',
    '/joining': 'Whether players must ask to be on it.',
    '/serverOnly': 'Only what servers send counts.',
  },
  rewards: { '/what': 'All of it, or nothing.' },
  'reward-schedules': {
    '/tiers': 'A player gets what the first one gives that fits.',
    '/windows': 'Names of windows; without them, all that end.',
    '/per': 'Each part of this split has winners of its own.',
    '/approval': 'Grants wait until somebody approves them.',
    '/gaps': 'Places between two tiers may get nothing.',
  },
};
