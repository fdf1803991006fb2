const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** @param extension with its dot, `.css`. */
export const mediaType = (extension: string): string => TYPES[extension.toLowerCase()] ?? 'application/octet-stream';

/** Whether compressing pays: pictures and fonts are compressed already. */
export const isText = (extension: string): boolean =>
  /^(text|application\/(json|wasm|manifest))|svg/.test(mediaType(extension));
