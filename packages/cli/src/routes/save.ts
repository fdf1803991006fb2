import { Failure } from '../failure.js';
import { readBody } from '../server/read-body.js';
import { HttpError, sendJson } from '../server/reply.js';
import type { Route } from './route.js';

/** Rulebooks are written by hand: nothing near this size is one. */
const LARGEST = 8 * 2 ** 20;

/**
 * `PUT /api/rulebook`: puts a text in the rulebook's place. The body is `{"text": …, "base": VERSION}`, VERSION being what
 * `GET /api/state` called the text that was edited. 409, with the text on disk, when somebody has changed it since.
 */
export const save: Route = async ({ request, response, rulebook, words }) => {
  if (rulebook === null) throw new HttpError(403, words.server.readOnly);
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, words.server.notJson);
  const body = await readBody(request, LARGEST);
  if (body === null) throw new HttpError(413, words.server.longBody);
  const asked = editOf(body);
  if (asked === null) throw new HttpError(400, words.server.badEdit);
  try {
    const saved = await rulebook.save(asked.text, asked.base, words);
    if (saved.kind === 'saved') sendJson(response, 200, { version: saved.version });
    else sendJson(response, 409, { error: words.server.changedSince, text: saved.text, version: saved.version });
  } catch (error) {
    if (error instanceof Failure) throw new HttpError(500, error.message);
    throw error;
  }
};

function editOf(body: string): { readonly text: string; readonly base: string } | null {
  try {
    const { text, base } = JSON.parse(body) as Record<string, unknown>;
    return typeof text === 'string' && typeof base === 'string' ? { text, base } : null;
  } catch {
    return null;
  }
}
