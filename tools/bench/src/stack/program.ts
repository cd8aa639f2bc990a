const property = (name: string): string => `event.properties.${name}`;
const on = ['match_finished'];

const matching = [
  {
    key: 'points',
    on,
    when: {
      all: [
        { property: property('mode'), op: 'eq', value: 'ranked' },
        { property: property('points'), op: 'gt', value: 0 },
      ],
    },
    then: [
      { effect: 'record', stat: 'points', amount: { property: property('points') } },
      { effect: 'award', currency: 'coins', amount: 5 },
    ],
  },
  {
    key: 'kills',
    on,
    when: { property: property('kills'), op: 'gte', value: 0 },
    then: [{ effect: 'record', stat: 'kills', amount: { property: property('kills') } }],
  },
  { key: 'rating', on, then: [{ effect: 'record', stat: 'rating', amount: { property: property('rating') } }] },
];

const conditionsThatFail = [
  { property: property('mode'), op: 'eq', value: 'tutorial' },
  { property: property('map'), op: 'in', value: ['desert', 'forest', 'glacier', 'station'] },
  { property: property('durationSeconds'), op: 'lt', value: 60 },
  { property: property('abandoned'), op: 'exists', value: true },
  { not: { property: property('points'), op: 'lte', value: 1_000_000_000_000 } },
  {
    all: [
      { property: property('kills'), op: 'gte', value: 0 },
      { property: property('mode'), op: 'ne', value: 'ranked' },
    ],
  },
  {
    any: [
      { property: property('kills'), op: 'gt', other: property('durationSeconds') },
      { property: property('map'), op: 'eq', value: 'desert' },
    ],
  },
];

/** The board that reads and the live feed are measured on; its ties cost the most. */
export const measuredBoard = 'points';

const windows = [{ kind: 'all' }];

/** Rating and time fit one number: such a board takes half of the memory. */
export const ratingSeason = {
  kind: 'season',
  key: 'season-1',
  start: '2026-01-01T00:00:00Z',
  end: '2036-01-01T00:00:00Z',
};

/** What the bench publishes: 10 rules, of which an event matches 3, and 3 boards, all of which an event changes. */
export const benchProgram = {
  stats: [
    { key: 'points', aggregation: 'sum' },
    { key: 'kills', aggregation: 'sum' },
    { key: 'rating', aggregation: 'last' },
  ],
  rules: [
    ...matching,
    ...conditionsThatFail.map((when, index) => ({
      key: `never-${index + 1}`,
      on,
      when,
      then: [{ effect: 'award', currency: 'gems', amount: 1 }],
    })),
  ],
  leaderboards: [
    {
      key: measuredBoard,
      source: { stat: 'points' },
      aggregation: 'sum',
      order: 'desc',
      ties: {
        columns: [
          { stat: 'kills', order: 'desc' },
          { stat: 'rating', order: 'desc' },
        ],
        then: 'first_to_reach',
      },
      windows,
    },
    {
      key: 'kills',
      source: { stat: 'kills' },
      aggregation: 'sum',
      order: 'desc',
      ties: { columns: [], then: 'shared' },
      windows,
    },
    {
      key: 'rating',
      source: { stat: 'rating', bounds: { min: 0, max: 5_000 } },
      aggregation: 'last',
      order: 'desc',
      ties: { columns: [], then: 'first_to_reach' },
      windows: [ratingSeason],
    },
  ],
};
