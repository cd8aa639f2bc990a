import { tokenIn } from './token-in.js';

describe('the token in an address', () => {
  it.each([
    ['', ''],
    ['#lrl_pw_abc', 'lrl_pw_abc'],
    ['#a%2Fb', 'a/b'],
    ['#cut%2', 'cut%2'],
  ])('with “%s” is “%s”', (hash, token) => {
    expect(tokenIn(hash)).toBe(token);
  });
});
