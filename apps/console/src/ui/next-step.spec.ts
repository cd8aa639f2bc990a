import { nextStep } from './next-step.js';

const problem = (status: number, code = 'slice.reason') => ({
  ...{ type: '', title: '', detail: '', requestId: '' },
  status,
  code,
});

describe('what to do about a problem', () => {
  it('is told by its code where that says more', () => {
    expect(nextStep(problem(409, 'releases.draft_moved'))).toContain('Somebody else changed the draft');
  });

  it.each([0, 400, 401, 403, 404, 409, 412, 422, 429, 500, 503])('is told for a status of %d', (status) => {
    expect(nextStep(problem(status))).toMatch(/\w+.*\.$/);
  });

  it('points at the fields where there are some', () => {
    const errors = [{ path: '/name', code: 'required', message: 'is missing' }];
    expect(nextStep({ ...problem(422), errors })).toBe('Correct what is named above, then try again.');
  });
});
