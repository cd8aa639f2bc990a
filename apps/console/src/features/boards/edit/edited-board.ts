/** What is edited is kept as it was written: forms know a part of it, the rest is kept as it is. */
export type Doc = Readonly<Record<string, unknown>>;

/** A leaderboard with all that is edited together with it. */
export interface EditedBoard {
  readonly board: Doc;
  /** Reward schedules of the leaderboard. */
  readonly schedules: readonly Doc[];
  /** All rewards of the program, which schedules share. */
  readonly rewards: readonly Doc[];
}

/** A program, as far as it matters here. */
export interface ProgramDoc {
  readonly stats?: readonly Doc[];
  readonly currencies?: readonly Doc[];
  readonly segments?: readonly Doc[];
  readonly leaderboards?: readonly Doc[];
  readonly rewards?: readonly Doc[];
  readonly rewardSchedules?: readonly Doc[];
}

export const keysOf = (docs: readonly Doc[] = []): readonly string[] =>
  docs.flatMap(({ key }) => (typeof key === 'string' && key !== '' ? [key] : []));

/** A leaderboard of the draft; undefined where it has none of the key. */
export function editedOf(program: ProgramDoc, key: string): EditedBoard | undefined {
  const board = program.leaderboards?.find((each) => each['key'] === key);
  const schedules = (program.rewardSchedules ?? []).filter(({ leaderboard }) => leaderboard === key);
  return board && { board, schedules, rewards: program.rewards ?? [] };
}

/** What a new leaderboard begins with: weekly, by the clock of whoever makes it. */
export const newBoard = (program: ProgramDoc, timeZone: string): EditedBoard => ({
  board: {
    key: '',
    source: { stat: keysOf(program.stats)[0] ?? '' },
    aggregation: 'sum',
    order: 'desc',
    windows: [{ kind: 'weekly', timeZone }],
  },
  schedules: [],
  rewards: program.rewards ?? [],
});

/** Where a part of what is edited is in the program. */
export interface Placed {
  readonly program: ProgramDoc;
  /** Pointer into what is edited, by pointer into the program. */
  readonly places: readonly (readonly [program: string, edited: string])[];
}

/**
 * The program as it would be with what is edited.
 *
 * @param before what the edit began with; undefined for a new leaderboard
 */
export function placed(program: ProgramDoc, before: EditedBoard | undefined, edited: EditedBoard): Placed {
  const { board, schedules, rewards } = edited;
  const boards = program.leaderboards ?? [];
  const at = before ? boards.findIndex(({ key }) => key === before.board['key']) : -1;
  const own = new Set(keysOf(before?.schedules));
  const others = (program.rewardSchedules ?? []).filter(({ key }) => !own.has(String(key)));
  const index = at < 0 ? boards.length : at;
  return {
    program: {
      ...program,
      leaderboards: at < 0 ? [...boards, board] : boards.map((each, place) => (place === at ? board : each)),
      ...(rewards.length > 0 || program.rewards ? { rewards } : {}),
      ...(schedules.length > 0 || program.rewardSchedules ? { rewardSchedules: [...others, ...schedules] } : {}),
    },
    places: [
      [`/leaderboards/${index}`, '/board'],
      ...schedules.map((_, place) => [`/rewardSchedules/${others.length + place}`, `/schedules/${place}`] as const),
      ['/rewards', '/rewards'],
    ],
  };
}

export interface PlacedProblem {
  /** Pointer into what is edited. */
  readonly path: string;
  readonly message: string;
}

/** Problems of a program that are of what is edited, by their place in it. The others are somebody else's. */
export function problemsOf(
  problems: readonly { readonly path: string; readonly message: string }[],
  { places }: Pick<Placed, 'places'>,
): readonly PlacedProblem[] {
  return problems.flatMap(({ path, message }) => {
    const place = places.find(([program]) => path === program || path.startsWith(`${program}/`));
    return place ? [{ path: place[1] + path.slice(place[0].length), message }] : [];
  });
}

/** One write to the draft. */
export interface Write {
  readonly kind: 'leaderboards' | 'rewards' | 'reward-schedules';
  readonly key: string;
  /** null: it is deleted. */
  readonly doc: Doc | null;
}

/** Whether everything that is written has a key: nothing can be kept without. */
export const areNamed = (writes: readonly Write[]): boolean =>
  writes.every(({ doc }) => doc === null || (typeof doc['key'] === 'string' && doc['key'] !== ''));

/** What has to be written so that the draft has what is edited: only what is another than before, what is referred to first. */
export function writesOf(before: EditedBoard | undefined, after: EditedBoard): readonly Write[] {
  return [
    ...changes('rewards', before?.rewards ?? [], after.rewards).filter(({ doc }) => doc !== null),
    ...changes('leaderboards', before ? [before.board] : [], [after.board]),
    ...changes('reward-schedules', before?.schedules ?? [], after.schedules),
    ...changes('rewards', before?.rewards ?? [], after.rewards).filter(({ doc }) => doc === null),
  ];
}

function changes(kind: Write['kind'], before: readonly Doc[], after: readonly Doc[]): Write[] {
  const written = new Map(before.map((doc) => [String(doc['key']), JSON.stringify(doc)]));
  const kept = new Set(keysOf(after));
  return [
    ...after.flatMap((doc) => {
      const key = String(doc['key']);
      return written.get(key) === JSON.stringify(doc) ? [] : [{ kind, key, doc }];
    }),
    ...keysOf(before).flatMap((key) => (kept.has(key) ? [] : [{ kind, key, doc: null }])),
  ];
}
