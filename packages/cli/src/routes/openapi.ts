import { version } from '../commands/version.js';
import { sendJson } from '../server/reply.js';
import type { Route } from './route.js';

/** `GET /api/openapi.json`: what every address answers, as an OpenAPI 3.1 document. */
export const openapi: Route = ({ response }) => {
  sendJson(response, 200, description());
  return Promise.resolve();
};

type Json = Readonly<Record<string, unknown>>;

const LANG = query('lang', 'The language of sentences and labels; by default the one the command was started in.', {
  enum: ['en', 'zh'],
});
const SCENARIO = query('scenario', 'A scenario of the rulebook; base without it.', { type: 'string' });
const SET = {
  ...query('set', 'Another number, `PATH=VALUE`, or a line as a scenario writes it.', {
    type: 'array',
    items: { type: 'string' },
  }),
  explode: true,
};
const UNDER = [SCENARIO, SET];
const COUNT = { type: 'integer', minimum: 0, maximum: 1000, default: 0 };

/** What the server answers, without its own address: it is reached where it is reached. */
export function description(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Benchbook',
      version: version(),
      description: 'A rulebook, run over its data: the report, the ranking, explanations, what-ifs and questions.',
    },
    servers: [{ url: '/' }],
    paths: {
      '/api/state': get(
        'The last good report, and what is wrong with the rulebook or the data now.',
        [LANG, ...UNDER],
        JSON_OBJECT,
      ),
      '/api/ranking.arrow': get('The ranked table as an Arrow stream.', UNDER, {
        'application/vnd.apache.arrow.stream': { schema: { type: 'string', format: 'binary' } },
      }),
      '/api/explain': get(
        'Why one account stands where it stands.',
        [
          {
            ...query('key', 'The key of an account, or a name that only one has.', { type: 'string' }),
            required: true,
          },
          LANG,
          ...UNDER,
        ],
        JSON_OBJECT,
      ),
      '/api/what-if': get(
        'What other numbers come to, without a report.',
        [
          LANG,
          ...UNDER,
          query('top', 'How many of the new ranking come along.', COUNT),
          query('movers', 'How many of those who move are named and explained.', COUNT),
          query('series', 'Requests of one series supersede each other, as the positions of a slider do.', {
            type: 'string',
          }),
        ],
        JSON_OBJECT,
      ),
      '/api/ask': get(
        'A sweep, a goal, every threshold that meets one, or what drives a figure; without a question those of the rulebook.',
        [query('question', 'As a rulebook would write it.', { type: 'string' }), LANG, ...UNDER],
        JSON_OBJECT,
      ),
      '/api/plan': get(
        'Everything the rulebook plans: money, people, phases, clashes, simulations, what is best.',
        [LANG, ...UNDER],
        JSON_OBJECT,
      ),
      '/api/facts': get('What an editor shows of the data.', [], JSON_OBJECT),
      '/api/events': get('A revision with each change.', [], { 'text/event-stream': { schema: { type: 'string' } } }),
      '/api/export': get(
        'The ranked table or the report as a file to keep.',
        [
          query('format', 'How the file is written.', { enum: ['csv', 'parquet', 'json'], default: 'csv' }),
          LANG,
          ...UNDER,
        ],
        {
          'text/csv': { schema: { type: 'string' } },
          'application/vnd.apache.parquet': { schema: { type: 'string', format: 'binary' } },
          ...JSON_OBJECT,
        },
      ),
      '/api/openapi.json': get('This document.', [], JSON_OBJECT),
      '/api/rulebook': { put: EDIT },
      '/healthz': get('Whether there is a report to show.', [], JSON_OBJECT),
      '/metrics': get('What the server has done, for Prometheus.', [], {
        'text/plain': { schema: { type: 'string' } },
      }),
    },
  };
}

const JSON_OBJECT = { 'application/json': { schema: { type: 'object' } } };
const SENTENCE = {
  type: 'object',
  required: ['error'],
  properties: { error: { type: 'string', description: 'One sentence in the language asked for.' } },
};
const REFUSED = {
  description: 'Not what was asked for: why, in one sentence.',
  content: { 'application/json': { schema: SENTENCE } },
};

/** The text of the rulebook, put in the place of the one it was edited from. */
const EDIT = {
  summary: 'Puts an edited text in the place of the rulebook.',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['text', 'base'],
          properties: {
            text: { type: 'string' },
            base: { type: 'string', description: 'The version that was edited.' },
          },
        },
      },
    },
  },
  responses: { 200: { description: 'The version to base the next edit on.', content: JSON_OBJECT }, default: REFUSED },
};

function query(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', description, schema };
}

function get(summary: string, parameters: readonly Json[], content: Json): Json {
  return { get: { summary, parameters, responses: { 200: { description: summary, content }, default: REFUSED } } };
}
