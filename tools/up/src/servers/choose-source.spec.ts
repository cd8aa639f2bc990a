import { type Findings, chooseSource } from './choose-source.ts';

const nothing: Findings = {
  configured: false,
  existing: undefined,
  onPath: undefined,
  docker: false,
  previous: undefined,
};
const everything: Findings = {
  configured: true,
  existing: { usable: true, url: 'redis://127.0.0.1:6379' },
  onPath: { usable: true },
  docker: true,
  previous: undefined,
};

describe('chooseSource', () => {
  it('takes the environment before all else', () => {
    expect(chooseSource(everything)).toEqual({ source: 'environment', notes: [] });
  });

  it('then a server that listens already, then PATH, then Docker, then fetches', () => {
    expect(chooseSource({ ...everything, configured: false }).source).toBe('existing');
    expect(chooseSource({ ...everything, configured: false, existing: undefined }).source).toBe('path');
    expect(chooseSource({ ...nothing, docker: true }).source).toBe('docker');
    expect(chooseSource(nothing).source).toBe('fetched');
  });

  it('leaves a server with other data alone and says why', () => {
    const existing = { usable: false, reason: 'it holds 3 other topic(s)' } as const;
    expect(chooseSource({ ...nothing, existing })).toEqual({
      source: 'fetched',
      notes: ['the one that listens already is left alone: it holds 3 other topic(s)'],
    });
  });

  it('passes over binaries on PATH that are too old and says so', () => {
    const onPath = { usable: false, reason: '/usr/bin/mongod is version 4.4.0' } as const;
    expect(chooseSource({ ...nothing, onPath, docker: true })).toEqual({
      source: 'docker',
      notes: ['/usr/bin/mongod is version 4.4.0'],
    });
  });

  it('stays with what the last run used, because its data are there', () => {
    expect(chooseSource({ ...everything, configured: false, previous: 'fetched' }).source).toBe('fetched');
    expect(chooseSource({ ...everything, configured: false, previous: 'docker' }).source).toBe('docker');
  });

  it('says that what the last run used cannot be used, and that its data are not here', () => {
    expect(chooseSource({ ...nothing, previous: 'docker' })).toEqual({
      source: 'fetched',
      notes: ['the one used last time (in Docker) cannot be used now, and its data stay there'],
    });
  });
});
