import { once } from 'node:events';
import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type FetchLimits, fetchJson, problemOfUrl } from './fetch-json.js';
import { isReachable } from './public-address.js';

const LIMITS: FetchLimits = { reach: 'loopback', timeoutMs: 1_000, maxBytes: 1_000 };

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
}

describe('an address that somebody else chose', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '2001:0:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '5f00::1',
    'localhost',
    '',
  ])('is not called at %s', (address) => {
    expect(isReachable(address, 'public')).toBe(false);
  });

  it.each([
    '93.184.215.14',
    '172.32.0.1',
    '100.128.0.1',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    '2001:4860:4860::8888',
    '::ffff:93.184.215.14',
  ])('is called at %s', (address) => {
    expect(isReachable(address, 'public')).toBe(true);
  });

  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'https://user:password@example.com/',
    'https://example.com/#keys',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
  ])('is refused before anything is asked: %s', (text) => {
    expect(problemOfUrl(new URL(text), 'public')).toMatch(/^must/);
  });

  it('is refused by what its name leads to', async () => {
    let hits = 0;
    const { port } = await serve((_request, response) => response.end(String(++hits)));
    const url = new URL(`https://localhost:${port}/`);
    await expect(fetchJson(url, { ...LIMITS, reach: 'public' })).rejects.toThrow(/private or reserved/);
    expect(hits).toBe(0);
  });

  it('may be this machine in development, and then over plain HTTP', async () => {
    const url = await serve((_request, response) => response.end('{"keys": []}'));
    expect(await fetchJson(url, LIMITS)).toEqual({ keys: [] });
    expect(problemOfUrl(new URL('http://example.com/'), 'loopback')).toBeDefined();
    expect(problemOfUrl(new URL('http://10.0.0.1/'), 'loopback')).toBeDefined();
  });
});

describe('the answer of such an address', () => {
  it('is not followed elsewhere', async () => {
    let hits = 0;
    const target = await serve((_request, response) => response.end(String(++hits)));
    const url = await serve((_request, response) => response.writeHead(302, { location: target.href }).end());
    await expect(fetchJson(url, LIMITS)).rejects.toThrow('302');
    expect(hits).toBe(0);
  });

  it('is not read beyond its limit', async () => {
    const url = await serve((_request, response) => response.end(`"${'x'.repeat(LIMITS.maxBytes)}"`));
    await expect(fetchJson(url, LIMITS)).rejects.toThrow('longer than 1000 bytes');
  });

  it('is not inflated', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{}')),
    );
    await expect(fetchJson(url, LIMITS)).rejects.toThrow('plain 200');
  });

  it('is given up when it trickles', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('{'));
    await expect(fetchJson(url, { ...LIMITS, timeoutMs: 200 })).rejects.toThrow();
  });

  it('has to be JSON', async () => {
    const url = await serve((_request, response) => response.end('<html>'));
    await expect(fetchJson(url, LIMITS)).rejects.toThrow();
  });
});
