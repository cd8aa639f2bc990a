import { recordable } from './recordable.js';

const KEY = 'lrl_live_sk_01a1fc67-90f3-7712-93f3-6dda202dc8df_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG';

describe('what the audit log keeps of a value', () => {
  it('is the value', () => {
    expect(recordable({ key: 'premier-league', permissions: ['keys:read'], end: null })).toBe(
      '{"key":"premier-league","permissions":["keys:read"],"end":null}',
    );
  });

  it('has no keys and tokens, wherever they stand', () => {
    const kept = recordable({ key: KEY, deep: [{ note: `use ${KEY}, or eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln` }] });
    expect(kept).toBe('{"key":"[redacted]","deep":[{"note":"use [redacted], or [redacted]"}]}');
  });

  it.each(['secret', 'clientSecret', 'password', 'token', 'accessToken', 'secretHash'])('has no %s', (name) => {
    expect(recordable({ [name]: 'plain' })).toBe(`{"${name}":"[redacted]"}`);
  });

  it('is its length where it is very long', () => {
    expect(recordable({ text: 'x'.repeat(20_000) })).toBe('{"tooLong":20011}');
  });

  it('is nothing for nothing', () => {
    expect(recordable(undefined)).toBeUndefined();
  });
});
