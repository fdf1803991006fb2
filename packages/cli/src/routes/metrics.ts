import type { Route } from './route.js';

/** `GET /metrics`: what the server has done, for Prometheus. */
export const metrics: Route = ({ request, response, live, meter }) => {
  const text = Buffer.from(meter.text(live.state));
  response.writeHead(200, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    'Content-Length': text.length,
    'Cache-Control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
  return Promise.resolve();
};
