import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStackEnvironment, writeStackEnvironment } from './stack-environment.ts';

describe('what a stack tells the command line of its servers', () => {
  let data: string;
  beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'laurel-stack-'))));
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it('is read back as it was written, by its owner alone', () => {
    const environment = { LAUREL_MONGO_URL: 'mongodb://127.0.0.1:27117/?replicaSet=rs0' };
    mkdirSync(join(data, 'run'));

    writeStackEnvironment(data, environment);

    expect(readStackEnvironment(data)).toEqual(environment);
    expect(statSync(join(data, 'run', 'stack.json')).mode & 0o077).toBe(0);
  });

  it('is nothing where none ever ran', () => {
    expect(readStackEnvironment(data)).toEqual({});
  });
});
