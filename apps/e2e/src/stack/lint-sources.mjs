/** Lints sources as if they stood at their files: JSON `[{ file, source }]` on standard input, rule ids of each on output. */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const cases = JSON.parse(await text(process.stdin));
const eslint = new ESLint();
const broken = [];
for (const { file, source } of cases) {
  const [result] = await eslint.lintText(source, { filePath: file });
  broken.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(broken));
