import { randomInt } from 'node:crypto';
import { Chance } from '@laurel/faults';

const given = process.env['LAUREL_FAULTS_SEED'];

/** The seed of this run: of the events, of who plays, of when faults happen. `--seed` gives the same again. */
export const SEED = given === undefined ? randomInt(2 ** 31) : Number(given);

/** `npm run test:faults`; else a shorter form, with the same checks, for every `npm test`. */
export const IS_FULL = process.env['LAUREL_FAULTS'] === 'full';

/** Chance of one case: does not depend on which other cases ran before. */
export function chanceOf(name: string): Chance {
  process.stdout.write(`faults: ${name}, seed ${SEED} (npm run test:faults -- --seed ${SEED})\n`);
  return new Chance([...name].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0, SEED));
}
