import { parseMostFiles, parseResidentBytes, residentBytes } from './proc-status.ts';

const STATUS = 'Name:\tnode\nVmPeak:\t  900000 kB\nVmRSS:\t  123456 kB\nThreads:\t11\n';
const LIMITS = [
  'Limit                     Soft Limit           Hard Limit           Units     ',
  'Max processes             96196                96196                processes ',
  'Max open files            1024                 524288               files     ',
].join('\n');

describe('what the system tells of a process', () => {
  it('is its memory in RAM', () => {
    expect(parseResidentBytes(STATUS)).toBe(123_456 * 1_024);
    expect(residentBytes(process.pid)).toBeGreaterThan(10_000_000);
  });

  it('is how many files it may have open, if it asks for all', () => {
    expect(parseMostFiles(LIMITS)).toBe(524_288);
    expect(parseMostFiles('Max open files            1024      unlimited      files')).toBe(Number.POSITIVE_INFINITY);
  });

  it('is nothing where there is no such file', () => {
    expect(parseResidentBytes('')).toBeUndefined();
    expect(parseMostFiles('')).toBeUndefined();
  });
});
