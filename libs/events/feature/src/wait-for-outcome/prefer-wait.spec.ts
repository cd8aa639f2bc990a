import { readPreferWait } from './prefer-wait.js';

describe('the wait of a Prefer header', () => {
  it.each([
    ['wait=1', 1],
    ['wait=10', 10],
    ['WAIT=5', 5],
    [' wait = 5 ', 5],
    ['wait="5"', 5],
    ['wait=5; strict', 5],
    ['respond-async, wait=5', 5],
    ['handling=lenient; a="b, wait=1", wait=5', 5],
    ['wait=5, wait=9', 5],
  ])('is read from %j', (header, seconds) => {
    expect(readPreferWait(header)).toBe(seconds);
  });

  it('is read from several headers', () => {
    expect(readPreferWait(['respond-async', 'wait=3'])).toBe(3);
  });

  it.each([
    undefined,
    '',
    'wait',
    'wait=',
    'wait=0',
    'wait=11',
    'wait=-1',
    'wait=1.5',
    'wait=1e1',
    'wait=five',
    'wait=5 6',
    'await=5',
    'waiting=5',
    'note="wait=5"',
    'note="a, wait=5"',
    'wait=99, wait=5',
    'wait; wait=5',
  ])('is not honoured in %j', (header) => {
    expect(readPreferWait(header)).toBeUndefined();
  });
});
