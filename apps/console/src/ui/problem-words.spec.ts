import { inWords } from './problem-words.js';

const problem = (path: string, rule: string, message = 'must match pattern "^x$"') => ({ path, rule, message });

describe('a problem in words', () => {
  it.each([
    ['/rules/0/key', 'must be lower-case letters, digits, - and _, at most 63 of them'],
    ['/rules/0/on/1', 'must be lower-case words, as in match_won or shop.sale_closed'],
    ['/rules/0/when/all/0/property', 'must begin with event, as in event.properties.score'],
    ['/rules/0/active/hours/0/from', 'must be a time of day, as in 18:00'],
  ])('says of the pattern at %s what is meant', (path, words) => {
    expect(inWords(problem(path, 'pattern'))).toBe(words);
  });

  it('says what the gateway says where that helps', () => {
    expect(inWords(problem('/rules/0/then/0/stat', 'reference', 'there is no stat "x"'))).toBe('there is no stat "x"');
    expect(inWords(problem('/rules/0/on', 'minItems', 'must NOT have fewer than 1 items'))).toBe('must not be empty');
  });
});
