import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { consoleApiTypes } from './api-types.ts';
import { ASYNCAPI_FILE, asyncApiDocument } from './asyncapi/asyncapi-document.ts';
import { clientTypes } from './client-types.ts';
import { generatedTexts } from './generated-texts.ts';
import { openApiDocuments } from './openapi-documents.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Writes every generated file of the repository, formatted as the repository is. Needs a build. */
async function generate(): Promise<void> {
  for (const [file, text] of generatedTexts()) await write(file, text);
  const asyncApi = [ASYNCAPI_FILE, asyncApiDocument()] as const;
  for (const [file, document] of [...(await openApiDocuments()), asyncApi]) {
    const style = await resolveConfig(join(ROOT, file));
    await write(file, await format(JSON.stringify(document), { ...style, parser: 'json' }));
  }
  for (const [file, text] of await consoleApiTypes()) await write(file, text);
  for (const [file, text] of await clientTypes()) await write(file, text);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(ROOT, file)), { recursive: true });
  await writeFile(join(ROOT, file), text);
  console.log(`wrote ${file}`);
}

await generate();
