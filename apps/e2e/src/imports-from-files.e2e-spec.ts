import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './stack/api.js';
import { type CliRun, runLaurel } from './stack/laurel-cli.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const PLAYERS = 2_300;
const BAD_LINE = 1_203;

let stack: LaurelStack;
let ours: TestWorkspace;
let api: Api;
let key: string;
let folder: string;

beforeAll(async () => {
  stack = await LaurelStack.start();
  ours = await stack.createWorkspace('files', 'dev');
  api = new Api(stack, ours.secretKey);
  const order = { name: 'mover', kind: 'restricted', permissions: ['players:import'] };
  key = String((await api.edit('POST', '/v1/keys', order)).body['key']);
  folder = mkdtempSync(join(tmpdir(), 'laurel-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stack.stop();
});

function write(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Takes over a file, with a key that may do nothing else. */
const take = (file: string, ...args: string[]): Promise<CliRun> =>
  runLaurel({ LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: key }, 'import', file, ...args);

const coinsOf = async (playerId: string): Promise<unknown> =>
  ((await api.query(`/v1/players/${playerId}`)).body['balances'] as Record<string, number> | undefined)?.['coins'];

describe('players from a file', () => {
  let file: string;
  beforeAll(() => {
    const lines = Array.from({ length: PLAYERS }, (_, index) => `{"playerId":"p${index + 1}","balances":{"coins":7}}`);
    lines[BAD_LINE - 1] = '{"playerId":"bad","stats":{"goals":1},"balances":{"coins":-1}}';
    // The numbers of lines behind it are those of the file all the same.
    lines[4] = '';
    file = write('players.ndjson', lines);
  });

  it('are taken over in as many requests as it takes, and a bad line is told with its number in the file', async () => {
    const { code, out, err } = await take(file, '--id', 'season-1');

    expect(err).toContain(`${file}:${BAD_LINE} /balances/coins: `);
    expect(err).toContain('(docs/errors/http.invalid_input.md)');
    expect([code, out]).toEqual([1, '2,298 lines taken, 1 refused.\nThe import is carried out.\n']);
    expect(await Promise.all(['p1', 'p4', 'p6', 'p1202', 'p1204', 'p2300', 'p5', 'bad'].map(coinsOf))).toEqual([
      ...[7, 7, 7, 7, 7, 7],
      ...[undefined, undefined],
    ]);
  });

  it('count once when the file is sent again, and are told to a machine', async () => {
    const { code, out, err } = await take(file, '--id', 'season-1', '--json');

    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({
      ...{ import: 'season-1', isApplied: true, accepted: 2_298 },
      rejected: [{ line: BAD_LINE, code: 'http.invalid_input' }],
    });
    expect(await Promise.all(['p1', 'p2300'].map(coinsOf))).toEqual([7, 7]);
  });

  it('are waited for as long as is said, and carried out when scoring is back', async () => {
    const one = write('one.ndjson', ['{"playerId":"late","balances":{"coins":3}}']);
    await stack.scoring.stop();

    const early = await take(one, '--id', 'late', '--wait', '1');
    await stack.scoring.start();
    const again = await take(one, '--id', 'late');

    expect([early.code, early.out]).toEqual([1, expect.stringContaining('It is not carried out yet after 1 s')]);
    expect([again.code, again.out]).toEqual([0, '1 line taken, 0 refused.\nThe import is carried out.\n']);
    expect(await coinsOf('late')).toBe(3);
  });

  it.each<[string, () => string, string[], Record<string, string>, number, RegExp]>([
    ['that is not there', () => join(folder, 'none.ndjson'), ['--id', 'x'], {}, 2, /Can't read .*none\.ndjson/],
    ['that is a folder', () => folder, ['--id', 'x'], {}, 2, /it is no file/],
    ['that holds nothing', () => write('empty.ndjson', ['', ' ']), ['--id', 'x'], {}, 2, /empty\.ndjson holds no line/],
    ['without a name of the import', () => file, [], {}, 2, /required option '--id <name>'/],
    ['under a name that is none', () => file, ['--id', 'No Slug'], {}, 2, /Give lower case letters/],
    ['without a key', () => file, ['--id', 'x'], { LAUREL_API_KEY: '' }, 2, /There is no key/],
    ['with a key that may not', () => file, ['--id', 'x', '--key', 'lrl_test_rk_nobody'], {}, 1, /401 auth\./],
    [
      'where nothing answers',
      () => file,
      ['--id', 'x', '--api', 'http://127.0.0.1:9'],
      {},
      2,
      /admin gateway does not answer at http:\/\/127\.0\.0\.1:9/,
    ],
  ])('are not taken from a file %s', async (_, from, args, more, code, said) => {
    const environment = { LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: key, ...more };

    const run = await runLaurel(environment, 'import', from(), ...args);

    expect([run.code, run.err]).toEqual([code, expect.stringMatching(said)]);
  });
});
