import { Laurel } from '@laurel/sdk';
import { QUERY_BASE } from './clients.js';
import { ProblemError, toProblem } from './problem.js';

/** A ticket stands for the operator's session, once, for as long as it takes to connect. */
async function ticket(): Promise<string> {
  const response = await fetch(`${QUERY_BASE}/v1/live/tickets`, { method: 'POST', headers: { 'x-laurel-csrf': '1' } });
  const body = (await response.json().catch(() => undefined)) as { readonly ticket: string } | undefined;
  if (!response.ok || !body) throw new ProblemError(toProblem(body, response.status));
  return body.ticket;
}

/** The live feed, as the operator who is signed in sees it: one connection for all pages, open while one of them watches. */
export const { live } = new Laurel({ urls: { query: QUERY_BASE }, ticket });
