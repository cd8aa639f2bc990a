import { defineError } from '@laurel/kernel';
import { toProblem } from './problem-details.js';

const broken = defineError('things.broken', 'invalid', 'Things are broken');

describe('problem details', () => {
  it('list the first 500 problems of an input', () => {
    const errors = Array.from({ length: 501 }, (_, index) => ({
      path: `/${index}`,
      rule: 'type',
      message: 'is wrong',
    }));
    expect(toProblem(broken('All of it.', { errors }), 422, 'req_1').errors).toEqual(errors.slice(0, 500));
  });
});
