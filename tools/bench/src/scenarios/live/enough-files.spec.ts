import { requireFiles } from './enough-files.ts';

const limits = (hard: number | string): string => `Max open files            1024      ${hard}      files`;

describe('sockets that are to be measured', () => {
  it('may be as many as a process may have files', () => {
    expect(() => requireFiles(10_000, limits(10_500))).not.toThrow();
    expect(() => requireFiles(10_000, limits('unlimited'))).not.toThrow();
    expect(() => requireFiles(10_000, '')).not.toThrow();
  });

  it('are refused beyond that, saying what to do', () => {
    expect(() => requireFiles(10_000, limits(4_096))).toThrow(/ulimit -n 10500.*--sockets/);
  });
});
