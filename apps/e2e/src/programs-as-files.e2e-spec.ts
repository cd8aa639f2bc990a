import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from './stack/api.js';
import { type CliRun, runLaurel } from './stack/laurel-cli.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const OWN = `# The rules of our league.
stats:
  - { key: points, aggregation: sum }
rules:
  - key: win
    on: [won]
    # Three since 1981.
    then: [{ effect: record, stat: points, amount: 3 }]
leaderboards:
  - { key: top, source: { stat: points }, aggregation: sum, order: desc, windows: [{ kind: all }] }
`;

let stack: LaurelStack;
let ours: TestWorkspace;
let folder: string;
let api: Api;

const fileOf = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => writeFileSync(fileOf(name), text);
const read = (name: string): string => readFileSync(fileOf(name), 'utf8');

/** Runs a command on a file, with the key of our workspace or another one. */
function laurel(command: string, name: string, args: readonly string[] = [], key = ours.secretKey): Promise<CliRun> {
  const environment = { LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: key };
  const file = name === '-' ? '-' : fileOf(name);
  return runLaurel(environment, command, '--file', file, ...args);
}

/** Writes the draft as somebody else would. */
async function meanwhile(amount: number): Promise<void> {
  const etag = (await api.admin('/v1/draft')).headers.get('etag') ?? '';
  const then = [{ effect: 'record', stat: 'points', amount }];
  expect((await api.edit('PATCH', '/v1/rules/win', { then }, { 'if-match': etag })).status).toBe(200);
}

beforeAll(async () => {
  stack = await LaurelStack.shared();
  ours = await stack.createWorkspace('files', 'dev');
  api = new Api(stack, ours.secretKey);
});
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'laurel-program-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => stack.stop());

describe('the program as a file', () => {
  it('is published by a workspace that has none, keeps its comments, and publishing it again changes nothing', async () => {
    write('own.yaml', OWN);

    const first = await laurel('publish', 'own.yaml', ['--note', 'the first']);
    const again = await laurel('publish', 'own.yaml');

    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('rules\n  + win');
    expect(first.out).toContain('Published as release 1.');
    expect([again.code, again.out]).toEqual([0, 'Nothing was published: release 1 is the same already.\n']);
    expect(read('own.yaml').split('\n').slice(1).join('\n')).toBe(OWN);
    expect((await api.admin('/v1/releases')).body['entries']).toMatchObject([{ release: 1, note: 'the first' }]);
  });

  it.each(['program.yaml', 'program.json'])('is pulled, pushed and pulled again byte for byte as %s', async (name) => {
    expect((await laurel('pull', name)).code).toBe(0);
    const pulled = read(name);

    expect((await laurel('diff', name)).code).toBe(0);
    expect((await laurel('push', name)).code).toBe(0);
    expect((await laurel('pull', name)).code).toBe(0);
    expect(read(name)).toBe(pulled);
    const published = await laurel('publish', name, ['--json']);

    expect(JSON.parse(published.out)).toMatchObject({ published: null, release: 1, kinds: [] });
    expect((await api.admin('/v1/draft')).body).toMatchObject({ revision: 'release-1', updatedAt: null });
  });

  it('shows what a change would do, and is pushed and published', async () => {
    await laurel('pull', 'a.yaml');
    write('a.yaml', read('a.yaml').replace('amount: 3', 'amount: 4').replace('order: desc', 'order: asc'));

    const diff = await laurel('diff', 'a.yaml');
    expect([diff.code, diff.err]).toEqual([1, '']);
    expect(diff.out).toBe(
      [
        'rules',
        '  ~ win',
        '      /then/0/amount  - 3  + 4',
        'leaderboards',
        '  ~ top',
        '      /order  - "desc"  + "asc"',
        '',
        'When it is published',
        '  ! The leaderboard "top" begins anew, empty, while "all" is running.',
        '',
      ].join('\n'),
    );
    const refused = await laurel('publish', 'a.yaml');
    expect([refused.code, refused.err]).toEqual([1, 'Nothing was published. If this is meant, add --yes.\n']);
    expect((await api.admin('/v1/draft')).body).toMatchObject({ revision: 'release-1' });

    expect((await laurel('push', 'a.yaml')).code).toBe(0);
    expect((await laurel('diff', 'a.yaml')).code).toBe(0);
    const published = await laurel('publish', 'a.yaml', ['--yes', '--json']);

    expect(JSON.parse(published.out)).toMatchObject({ published: 2, announcedAt: expect.any(String) });
    expect((await laurel('diff', 'a.yaml', ['--release', '1'])).code).toBe(1);
    expect((await laurel('pull', 'before.yaml', ['--release', '1'])).code).toBe(0);
    expect(read('before.yaml')).toContain('amount: 3');
  });

  it('does not overwrite what somebody else wrote meanwhile, unless by force', async () => {
    await laurel('pull', 'b.yaml');
    write('b.yaml', read('b.yaml').replace('amount: 4', 'amount: 5'));
    await meanwhile(7);

    for (const command of ['push', 'publish']) {
      const refused = await laurel(command, 'b.yaml');
      expect([refused.code, refused.err]).toEqual([
        1,
        expect.stringMatching(/^The draft is not the one .* key_\S+ wrote it/),
      ]);
    }
    expect((await laurel('pull', 'b.yaml')).err).toMatch(/was edited since it was pulled or pushed/);
    expect(read('b.yaml')).toContain('amount: 5');

    expect((await laurel('push', 'b.yaml', ['--force'])).code).toBe(0);
    expect((await api.admin('/v1/rules/win')).body).toMatchObject({ then: [{ amount: 5 }] });
    await meanwhile(8);
    expect((await laurel('pull', 'b.yaml')).code).toBe(0);
    expect(read('b.yaml')).toContain('amount: 8');
  });

  it('of another workspace is no draft of this one', async () => {
    const theirs = await stack.createWorkspace('files', 'staging');
    await laurel('pull', 'c.yaml');

    const refused = await laurel('push', 'c.yaml', [], theirs.secretKey);

    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(`the key of ${theirs.workspace}`)]);
  });

  it('has each problem named with its line and column, whoever found it', async () => {
    await laurel('pull', 'd.yaml');
    const head = read('d.yaml').split('\n')[0] ?? '';
    const broken = OWN.replace('stat: points, amount: 3', 'stat: goals, amount: { cel: event.properties.n + }').replace(
      'order: desc',
      'order: up',
    );
    write('d.yaml', `${head}\n${broken}`);

    const shape = await laurel('push', 'd.yaml');
    write('d.yaml', `${head}\n${broken.replace('order: up', 'order: desc')}`);
    const pushed = await laurel('push', 'd.yaml', ['--force']);
    const published = await laurel('publish', 'd.yaml', ['--force']);

    const page = '(docs/errors/releases.invalid_program.md)';
    expect([shape.code, shape.err]).toEqual([
      1,
      `${fileOf('d.yaml')}:11:68 /leaderboards/0/order: must be equal to one of the allowed values: desc, asc ${page}\n`,
    ]);
    expect([pushed.code, published.code]).toEqual([0, 1]);
    for (const { err } of [pushed, published]) {
      expect(err).toContain(`${fileOf('d.yaml')}:9:36 /rules/0/then/0/stat: there is no stat "goals"`);
      expect(err).toMatch(/:9:\d\d \/rules\/0\/then\/0\/amount\/cel: line 1, column \d+: /);
    }
  });

  it('is written to standard output, and read from standard input with the revision given', async () => {
    const { out } = await laurel('pull', '-', ['--json', '--release', '1']);

    expect(JSON.parse(out)).toMatchObject({ $laurel: { revision: 'release-1' }, stats: [{ key: 'points' }] });
    expect((await laurel('push', '-', ['--if-match', 'release-1'])).code).toBe(1);
  });

  it.each<[string, string[], Record<string, string>, number, RegExp]>([
    ['without a key', [], { LAUREL_API_KEY: '' }, 2, /There is no key\. Set LAUREL_API_KEY/],
    ['with a key that is none', [], { LAUREL_API_KEY: 'a b' }, 2, /LAUREL_API_KEY/],
    [
      'with a key that opens nothing',
      ['--key', 'lrl_test_sk_nobody'],
      {},
      1,
      /401 auth\.\w+: .*\(docs\/errors\/auth\./,
    ],
    [
      'where nothing answers',
      ['--api', 'http://127.0.0.1:9'],
      {},
      2,
      /admin gateway does not answer at http:\/\/127\.0\.0\.1:9/,
    ],
    ['at an address that is none', ['--api', 'ftp://there'], {}, 2, /--api must be an http/],
    ['with a release that is not there', ['--release', '99'], {}, 1, /404 releases\.not_found/],
    ['to a file of another kind', ['--file', 'program.txt'], {}, 2, /must end in \.yaml, \.yml or \.json/],
  ])('is not pulled %s', async (_, args, more, code, said) => {
    const environment = { LAUREL_ADMIN_URL: stack.admin.url, LAUREL_API_KEY: ours.secretKey, ...more };

    const run = await runLaurel(environment, 'pull', '--file', fileOf('e.yaml'), ...args);

    expect([run.code, run.err]).toEqual([code, expect.stringMatching(said)]);
    expect(run.err + run.out).not.toContain('lrl_test_sk_');
  });
});
