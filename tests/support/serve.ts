/** Serves a built site below its base path, as a host of static files does. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Whether the host answers, lets everybody wait, or cannot be reached. */
export type Answering = 'answers' | 'waits' | 'refuses';

export type Served = { origin: string; set(answering: Answering): void; close(): Promise<void> };

export async function serveSite(folder: string, base = '/'): Promise<Served> {
  let answering: Answering = 'answers';
  const server = createServer((request, response) => {
    if (answering === 'refuses') request.socket.destroy();
    if (answering !== 'answers') return;
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(base) ? findFile(folder, path.slice(base.length)) : undefined;
    const shown = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(shown)] ?? 'application/octet-stream',
    });
    createReadStream(shown).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next) => {
      answering = next;
      server.closeAllConnections();
    },
    close: () => close(server),
  };
}

function findFile(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder)) || !existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  return existsSync(index) ? index : undefined;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
