import { ProblemError, UNREACHABLE, problemOf, toProblem } from './problem.js';

const refused = {
  type: '/errors/http.not_found',
  title: 'Nothing is here',
  status: 404,
  code: 'http.not_found',
  detail: 'No such leaderboard.',
  requestId: 'req_1',
};

describe('a problem', () => {
  it('is what the gateway says', () => {
    expect(problemOf(new ProblemError(toProblem(refused, 404)))).toEqual(refused);
  });

  it('names the status where the answer is not Laurel’s', () => {
    expect(toProblem('<html>Bad gateway</html>', 502)).toMatchObject({ code: UNREACHABLE, status: 502 });
    expect(toProblem(undefined, 504).detail).toContain('504');
  });

  it('says that nothing answered where nothing did', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toMatchObject({
      code: UNREACHABLE,
      status: 0,
      detail: 'Failed to fetch',
    });
  });
});
