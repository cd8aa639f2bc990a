import fc from 'fast-check';
import { type ImportRequest, type RequestLimits, importRequests } from './import-requests.js';

async function requestsOf(bytes: Buffer, size: number, limits?: RequestLimits): Promise<ImportRequest[]> {
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
  })();
  const requests: ImportRequest[] = [];
  for await (const request of importRequests(chunks, limits)) requests.push(request);
  return requests;
}

const linesIn = ({ text, numbers }: ImportRequest) =>
  text.split('\n').map((line, index): [number | undefined, string] => [numbers[index], line]);

describe('a file of players', () => {
  it('is sent whole and in order, each line with its number in the file, however it is read', async () => {
    const line = fc.constantFrom('', '  ', '{"playerId":"anna"}', '{"playerId":"zoë 🎲"}', '{"n":"\u2028"}', '{}\r');
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.boolean(), fc.integer({ min: 1, max: 50 }), async (lines, isEnded, size) => {
        const bytes = Buffer.from(`${lines.join('\n')}${isEnded ? '\n' : ''}`);

        const requests = await requestsOf(bytes, size, { lines: 3, bytes: 60 });

        const expected = lines.flatMap((text, index): [number, string][] =>
          text.trim() === '' ? [] : [[index + 1, text.trim()]],
        );
        expect(requests.flatMap(linesIn)).toEqual(expected);
        for (const { text, numbers } of requests) {
          expect(numbers.length).toBeLessThanOrEqual(3);
          expect(numbers.length === 1 || Buffer.byteLength(text) <= 60).toBe(true);
        }
      }),
    );
  });

  it('takes as few requests as lines and bytes allow', async () => {
    const lines = Array.from({ length: 2_001 }, (_, index) => `{"playerId":"p${index}"}`);
    const long = Array.from({ length: 10 }, (_, index) =>
      JSON.stringify({ playerId: `p${index}`, name: 'x'.repeat(400_000) }),
    );

    const [many, few] = [
      await requestsOf(Buffer.from(lines.join('\n')), 65_536),
      await requestsOf(Buffer.from(long.join('\n')), 65_536),
    ];

    expect(many.map(({ numbers }) => numbers.length)).toEqual([1_000, 1_000, 1]);
    expect(few.map(({ numbers }) => numbers.length)).toEqual([2, 2, 2, 2, 2]);
    expect(many.at(-1)?.end).toBe(Buffer.byteLength(lines.join('\n')));
  });

  it('may begin with a byte order mark', async () => {
    expect(await requestsOf(Buffer.from('\uFEFF{"playerId":"anna"}\n'), 2)).toEqual([
      { text: '{"playerId":"anna"}', numbers: [1], end: 23 },
    ]);
  });

  it('that holds nothing takes no request', async () => {
    expect(await requestsOf(Buffer.from('\n \r\n'), 10)).toEqual([]);
  });
});
