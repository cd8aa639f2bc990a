import { createServer, type Server } from 'node:net';
import { choosePorts, isPortFree } from './ports.ts';

describe('choosePorts', () => {
  let taken: Server;
  let takenPort: number;

  beforeEach(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    takenPort = typeof address === 'object' && address ? address.port : 0;
  });

  afterEach(() => new Promise((resolve) => taken.close(resolve)));

  it('takes the wished port where it is free', async () => {
    const [free] = await choosePorts([0]);
    const wish = free?.port ?? 0;
    expect(await choosePorts([wish])).toEqual([{ port: wish }]);
  });

  it('finds another for one that is taken, and says which was', async () => {
    const [chosen] = await choosePorts([takenPort]);
    expect(chosen?.taken).toBe(takenPort);
    expect(chosen?.port).not.toBe(takenPort);
    expect(await isPortFree(chosen?.port ?? 0)).toBe(true);
  });

  it('never chooses a port twice', async () => {
    const chosen = await choosePorts([takenPort, takenPort, 0, 0, 0]);
    expect(new Set(chosen.map(({ port }) => port)).size).toBe(5);
  });

  it('sees a port as taken when only one address of it is', async () => {
    expect(await isPortFree(takenPort)).toBe(false);
  });
});
