import { plain } from '../terminal/table.js';
import { type Answer, pageOf, problemOf } from './gateway.js';

const LONGEST = 500;

/** A refusal as a sentence with what to read; of an answer that is not Laurel's, that it is none. */
export function describeRefusal(answer: Answer): string {
  const problem = problemOf(answer);
  if (!problem) return `HTTP ${answer.status}, which is no answer of Laurel: is the address right?`;
  const { status, code, title, detail, requestId } = problem;
  return `${status} ${code}: ${plain(`${title}. ${detail}`, LONGEST)} (${pageOf(code)}; request ${requestId})`;
}
