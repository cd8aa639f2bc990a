import { numbersOf } from './numbers.js';

describe('numbers that are typed one by one', () => {
  it.each([
    [[], []],
    [
      ['1500', '1000'],
      [1000, 1500],
    ],
    [
      ['-0.5', '12'],
      [-0.5, 12],
    ],
    [
      ['many', '10', ' '],
      [10, 'many', ' '],
    ],
  ])('%j are %j', (texts, numbers) => {
    expect(numbersOf(texts)).toEqual(numbers);
  });
});
