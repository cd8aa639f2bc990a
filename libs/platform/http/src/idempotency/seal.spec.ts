import { seal, unseal } from './seal.js';

describe('a sealed answer', () => {
  it('is read by the credential that it was given to, and by no other', () => {
    const sealed = seal('the key', 'credential', 'id');
    expect(sealed).not.toContain(Buffer.from('the key').toString('base64'));
    expect(unseal(sealed, 'credential', 'id')).toBe('the key');
    expect(() => unseal(sealed, 'another', 'id')).toThrow();
    expect(() => unseal(sealed, 'credential', 'another')).toThrow();
  });
});
