import type { Consequence, FieldChange, KindDiff, ProgramDiff } from '@laurel/releases-domain';
import type { Paint } from '../../terminal/colours.js';
import { plain } from '../../terminal/table.js';

const LONGEST_VALUE = 100;

/** Differences as lines, the resources of each kind below its name, and what follows from them. */
export function diffLines({ kinds, consequences }: ProgramDiff, paint: Paint): string[] {
  const lines = kinds.flatMap((kind) => kindLines(kind, paint));
  return consequences.length === 0 ? lines : [...lines, '', ...consequenceLines(consequences, paint)];
}

function kindLines({ kind, added, removed, changed, reordered }: KindDiff, paint: Paint): string[] {
  return [
    paint('bold', kind),
    ...removed.map(({ key }) => paint('red', `  - ${plain(key)}`)),
    ...added.map(({ key }) => paint('green', `  + ${plain(key)}`)),
    ...changed.flatMap(({ key, fields }) => [
      paint('yellow', `  ~ ${plain(key)}`),
      ...fields.map((field) => fieldLine(field, paint)),
    ]),
    ...(reordered ? [paint('yellow', '  ~ another order')] : []),
  ];
}

function fieldLine({ path, before, after }: FieldChange, paint: Paint): string {
  const sides = [
    ...(before === undefined ? [] : [paint('red', `- ${shown(before)}`)]),
    ...(after === undefined ? [] : [paint('green', `+ ${shown(after)}`)]),
  ];
  return `      ${plain(path)}  ${sides.join('  ')}`;
}

/** What becomes of what players have, once it is published. */
export const consequenceLines = (consequences: readonly Consequence[], paint: Paint): string[] => [
  paint('bold', 'When it is published'),
  ...consequences.map(({ message, running }) => paint(running ? 'red' : 'yellow', `  ! ${plain(message)}`)),
];

const shown = (value: unknown): string => plain(JSON.stringify(value), LONGEST_VALUE);
