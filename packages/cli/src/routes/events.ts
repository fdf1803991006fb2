import type { Route } from './route.js';

/** Keeps proxies from closing a connection on which nothing happens. */
const HEARTBEAT_MS = 15_000;

/** `GET /api/events`: server-sent events, one `revision` now and one with each change. */
export const events: Route = ({ response, request, live }) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
  if (request.method === 'HEAD') {
    response.end();
    return Promise.resolve();
  }
  const send = (revision: number): void => {
    response.write(`id: ${revision}\nevent: revision\ndata: ${JSON.stringify({ revision })}\n\n`);
  };
  response.write('retry: 1000\n\n');
  send(live.state.revision);
  const unsubscribe = live.subscribe(({ revision }) => {
    send(revision);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  return new Promise((resolve) => {
    response.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      resolve();
    });
  });
};
