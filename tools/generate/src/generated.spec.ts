import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedTexts } from './generated-texts.ts';
import { openApiDocuments } from './openapi-documents.ts';

const ROOT = join(__dirname, '../../..');
const committed = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('generated files', () => {
  it.each([...generatedTexts()])('%s is what the code says', (file, text) => {
    expect(committed(file)).toBe(text);
  });

  it('the OpenAPI documents are what the code says', async () => {
    for (const [file, document] of await openApiDocuments()) {
      expect({ file, document: JSON.parse(committed(file)) }).toEqual({ file, document });
    }
  });

  it('what the console and the client library know of the APIs is what documents and contracts say', () => {
    const printed = execFileSync(process.execPath, [join(__dirname, 'print-api-types.ts')], { encoding: 'utf8' });
    const types = JSON.parse(printed) as [string, string][];
    expect(types).toHaveLength(4);
    for (const [file, text] of types) expect({ file, same: committed(file) === text }).toEqual({ file, same: true });
  });
});
