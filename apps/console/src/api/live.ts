import { Laurel } from '@laurel/sdk';
import { QUERY_BASE, answerOf, queryApi } from './clients.js';

/** A ticket stands for the operator's session, once, for as long as it takes to connect. */
const ticket = async (): Promise<string> => (await answerOf(queryApi.POST('/v1/live/tickets'))).ticket;

/** The live feed, as the operator who is signed in sees it: one connection for all pages, open while one of them watches. */
export const { live } = new Laurel({ urls: { query: QUERY_BASE }, ticket });
