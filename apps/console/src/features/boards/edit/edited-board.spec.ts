import { areNamed, editedOf, newBoard, placed, problemsOf, writesOf } from './edited-board.js';

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [],
  leaderboards: [{ key: 'league' }, { key: 'cup', windows: [{ kind: 'weekly' }] }],
  rewards: [{ key: 'purse', what: [] }],
  rewardSchedules: [
    { key: 'cup-prizes', leaderboard: 'cup' },
    { key: 'league-prizes', leaderboard: 'league' },
  ],
};
const CUP = editedOf(PROGRAM, 'cup') ?? newBoard(PROGRAM, 'UTC');

describe('a leaderboard that is edited', () => {
  it('comes with its reward schedules and all rewards', () => {
    expect(CUP).toEqual({
      board: PROGRAM.leaderboards[1],
      schedules: [PROGRAM.rewardSchedules[0]],
      rewards: PROGRAM.rewards,
    });
    expect(editedOf(PROGRAM, 'bowl')).toBeUndefined();
  });

  it('takes its place in the program, with all else as it was', () => {
    const board = { ...CUP.board, order: 'asc' };
    const { program } = placed(PROGRAM, CUP, { ...CUP, board });
    expect(program).toEqual({
      ...PROGRAM,
      leaderboards: [PROGRAM.leaderboards[0], board],
      rewardSchedules: [PROGRAM.rewardSchedules[1], PROGRAM.rewardSchedules[0]],
    });
  });

  it('is behind the others when it is new', () => {
    const bowl = newBoard(PROGRAM, 'Europe/Berlin');
    const { program, places } = placed(PROGRAM, undefined, bowl);
    expect(program.leaderboards?.[2]).toEqual({
      ...{ key: '', source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      windows: [{ kind: 'weekly', timeZone: 'Europe/Berlin' }],
    });
    expect(places[0]).toEqual(['/leaderboards/2', '/board']);
  });

  it('has the problems of the program that are its own, at their places', () => {
    const problems = [
      { path: '/leaderboards/1/windows/0/timeZone', message: 'no zone' },
      { path: '/leaderboards/10/key', message: 'not ours' },
      { path: '/leaderboards/0/source', message: 'not ours' },
      { path: '/rewardSchedules/1/tiers', message: 'is required' },
      { path: '/rewards/0/what', message: 'is empty' },
    ];
    expect(problemsOf(problems, placed(PROGRAM, CUP, CUP))).toEqual([
      { path: '/board/windows/0/timeZone', message: 'no zone' },
      { path: '/schedules/0/tiers', message: 'is required' },
      { path: '/rewards/0/what', message: 'is empty' },
    ]);
  });

  it('is written where it was changed, what is referred to first', () => {
    const crown = { key: 'crown', what: [{ title: 'champion' }] };
    const prizes = { key: 'prizes', leaderboard: 'cup', tiers: [] };
    const after = { board: CUP.board, rewards: [...CUP.rewards, crown], schedules: [prizes] };
    expect(writesOf(CUP, after)).toEqual([
      { kind: 'rewards', key: 'crown', doc: crown },
      { kind: 'reward-schedules', key: 'prizes', doc: prizes },
      { kind: 'reward-schedules', key: 'cup-prizes', doc: null },
    ]);
    expect(writesOf(CUP, CUP)).toEqual([]);
    expect(writesOf(undefined, { ...CUP, schedules: [], rewards: [] })).toEqual([
      { kind: 'leaderboards', key: 'cup', doc: CUP.board },
    ]);
  });

  it('is not written before all of it has keys', () => {
    const reward = (key: unknown) => writesOf(CUP, { ...CUP, rewards: [...CUP.rewards, { key, what: [] }] });
    expect(areNamed(reward('chest'))).toBe(true);
    expect(areNamed(reward(''))).toBe(false);
    expect(areNamed(reward(undefined))).toBe(false);
    expect(areNamed(writesOf(CUP, { ...CUP, schedules: [] }))).toBe(true);
  });
});
