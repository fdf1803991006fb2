import { DataError, toNotice } from '@benchbook/engine';
import { HttpError, sendJson } from '../server/reply.js';
import type { Route } from './route.js';

/** `GET /api/facts`: what an editor shows of the data of the last good run; 409 while there has been none. */
export const facts: Route = async ({ response, live, words, language }) => {
  await live.settled();
  const counted = live.state.facts;
  if (counted === null) throw new HttpError(409, words.server.noReport);
  try {
    sendJson(response, 200, await counted());
  } catch (error) {
    // A file has gone since the run: the next state says so.
    if (!(error instanceof DataError)) throw error;
    throw new HttpError(409, error.notices.map((found) => toNotice(found, language).text).join(' '));
  }
};
