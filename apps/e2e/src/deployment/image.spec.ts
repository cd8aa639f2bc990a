import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SERVICES, defaultPortOf, entryPointOf, sourceOf } from './processes.js';
import { isInRepository, manifest, pathInRepository, readJson, readText } from './repository.js';

const files = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: pathInRepository('.'), exclude: ['**/node_modules', '**/dist'] });

/** Instructions with their arguments, line continuations joined. */
const instructions = readText('Dockerfile')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .join('\n')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => /^(\w+)\s+(.*)$/.exec(line)?.slice(1) ?? [line])
  .map(([name = '', rest = '']) => ({ name, rest }));

const all = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ rest }) => rest);
const last = (name: string): string => all(name).at(-1) ?? '';
const jsonArray = (text: string): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];

/** `.dockerignore` as Docker reads it: the last pattern that matches a path or one of its folders decides. */
const rules = readText('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ ignores: !line.startsWith('!'), pattern: patternOf(line.replace('!', '')) }));

function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '§')
    .replaceAll('*', '[^/]*')
    .replaceAll('§', '(?:.*/)?');
  return new RegExp(`^${source}(?:/.*)?$`);
}

const isSent = (file: string): boolean => !(rules.findLast(({ pattern }) => pattern.test(file))?.ignores ?? false);

describe('the image', () => {
  it('has the Node.js that the tests run on, pinned', () => {
    expect(all('ARG')).toEqual([`NODE_IMAGE=node:${manifest.devDependencies['node']}-bookworm-slim`]);
    expect(new Set(all('FROM').map((from) => from.split(' ')[0]))).toEqual(new Set(['${NODE_IMAGE}']));
  });

  it('is sent the manifest of every workspace, and what installing and compiling read besides', () => {
    const manifests = files(...manifest.workspaces.map((workspace) => `${workspace}/package.json`));
    expect(manifests.length).toBeGreaterThan(SERVICES.length);
    const needed = [...manifests, 'package.json', 'package-lock.json', '.npmrc', 'tsconfig.base.json', 'tsconfig.json'];
    expect(needed.filter((file) => !isSent(file) || !isInRepository(file))).toEqual([]);
  });

  it('is sent the sources of every project that is built, and copies what is built from them', () => {
    const { references } = readJson<{ references: { path: string }[] }>('tsconfig.json');
    const projects = references.map(({ path }) => path.replace('./', ''));
    const sources = files(...projects.flatMap((path) => [`${path}/tsconfig.json`, `${path}/src/**/*`])).filter(
      (file) => /\.\w+$/.test(file) && !/spec\.ts$/.test(file),
    );
    expect(sources.length).toBeGreaterThan(projects.length);
    expect(sources.filter((file) => !isSent(file))).toEqual([]);
    const copied = all('COPY').map((copy) => copy.split(' ').at(-1));
    expect(new Set(projects.map((path) => path.split('/')[0]))).toEqual(new Set(['apps', 'libs']));
    expect(copied).toEqual(expect.arrayContaining(['apps', 'libs', 'node_modules', './']));
  });

  it('is sent what the console is built from, and builds it', () => {
    const sources = files('apps/console/*.{html,ts,json}', 'apps/console/{src,public}/**/*').filter(
      (file) => /\.\w+$/.test(file) && !/spec\.ts$/.test(file),
    );
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((file) => !isSent(file))).toEqual([]);
    expect(all('RUN').join('\n')).toContain('vite build apps/console');
  });

  it('is sent every error page, where the gateways look for them', () => {
    expect(last('COPY')).toBe('docs/errors docs/errors');
    expect(files('docs/errors/*.md').filter((file) => !isSent(file))).toEqual([]);
  });

  it.each([
    '.env',
    'player-token-key.pem',
    '.git/config',
    '.laurel/demo/x',
    'node_modules/x/index.js',
    'libs/kernel/dist/x.js',
  ])('is not sent %s', (file) => expect(isSent(file)).toBe(false));

  it('runs as a user whose number is not that of root', () => {
    expect(last('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    // Nothing that runs is built after the user is set, or owned by that user.
    expect(all('COPY').some((copy) => copy.includes('--chown'))).toBe(false);
  });

  it('has entry points that exist', () => {
    const [command = ''] = jsonArray(last('CMD'));
    const others = ['apps/admin-gateway/dist/migrate.js', 'apps/admin-gateway/dist/create-workspace.js'];
    const entryPoints = [command, ...SERVICES.map(entryPointOf), ...others];
    expect(entryPoints.filter((entryPoint) => !isInRepository(sourceOf(entryPoint)))).toEqual([]);
  });
});

describe('the health check of the image', () => {
  const [, , script = ''] = jsonArray(last('HEALTHCHECK'));
  let server: Server;
  let status: number;
  let path: string | undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      path = request.url;
      response.writeHead(status).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterAll(() => server.close());

  async function check(port: number): Promise<unknown> {
    const child = spawn(process.execPath, ['-e', script], { env: { LAUREL_HTTP_PORT: String(port) }, stdio: 'ignore' });
    const [code] = (await once(child, 'exit')) as unknown[];
    return code;
  }

  const serverPort = (): number => (server.address() as AddressInfo).port;

  it('is well when the process says that it is live', async () => {
    status = 200;
    expect(await check(serverPort())).toBe(0);
    expect(path).toBe('/health/live');
  });

  it('is not well when the process says otherwise', async () => {
    status = 503;
    expect(await check(serverPort())).toBe(1);
  });

  it('is not well when nothing listens', async () => {
    const closed = createServer();
    await once(closed.listen(0, '127.0.0.1'), 'listening');
    const { port } = closed.address() as AddressInfo;
    await once(closed.close(), 'close');
    expect(await check(port)).toBe(1);
  });

  it('asks at the port of the service that runs when none is named', () => {
    const [command = ''] = jsonArray(last('CMD'));
    const [, service = ''] = command.split('/');
    expect(script).toContain(`LAUREL_HTTP_PORT || ${defaultPortOf(service)})`);
  });
});
