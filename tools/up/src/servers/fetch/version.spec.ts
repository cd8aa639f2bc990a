import { findVersion, isAtLeast } from './version.ts';

describe('findVersion', () => {
  it.each([
    ['db version v6.0.5\nBuild Info: {…}', '6.0.5'],
    ['Redis server v=6.2.14 sha=00000000:0 malloc=libc bits=64', '6.2.14'],
    ['4.3.1', '4.3.1'],
    ['no such command', undefined],
  ])('finds in %j %j', (text, version) => {
    expect(findVersion(text)).toBe(version);
  });
});

describe('isAtLeast', () => {
  it.each([
    ['6.0.5', '6.0', true],
    ['10.0', '9.9', true],
    ['6.0', '6.0.0', true],
    ['5.9.9', '6.0', false],
    ['6.2.14', '6.2.15', false],
  ])('%s is at least %s: %s', (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected);
  });
});
