import { mayHaveClock, movedOffset } from './workspace-clock.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const HOUR_MS = 3_600_000;

describe('the clock of a workspace', () => {
  it('is for dev workspaces alone', () => {
    expect((['dev', 'staging', 'live'] as const).filter(mayHaveClock)).toEqual(['dev']);
  });

  it('is set to any time while nothing was decided by it', () => {
    const now = Date.UTC(2014, 7, 16);
    expect(movedOffset({ offsetMs: 0, mayGoBack: true }, { kind: 'set', now }, NOW)).toEqual({
      ok: true,
      value: now - NOW,
    });
  });

  it('only goes forward later, from where it is', () => {
    const state = { offsetMs: -10 * HOUR_MS, mayGoBack: false };
    const set = (hours: number) => movedOffset(state, { kind: 'set', now: NOW + hours * HOUR_MS }, NOW);
    expect(set(-9)).toEqual({ ok: true, value: -9 * HOUR_MS });
    expect(set(-10)).toEqual({ ok: true, value: -10 * HOUR_MS });
    expect(set(-11)).toMatchObject({
      error: {
        code: 'tenancy.clock_backwards',
        detail: 'It is 2026-11-21T02:00:00.000Z in the workspace: its clock only goes forward.',
      },
    });
  });

  it('advances by a time from where it is, up to the last year that can be written', () => {
    const state = { offsetMs: -10 * HOUR_MS, mayGoBack: false };
    const advance = (byMs: number) => movedOffset(state, { kind: 'advance', byMs }, NOW);
    expect(advance(2 * HOUR_MS)).toEqual({ ok: true, value: -8 * HOUR_MS });
    expect(advance(1e15)).toEqual({ ok: true, value: Date.UTC(9_999, 0) - NOW });
  });
});
