/** A host of many tempers on this machine. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Host = { origin: string; asked: { method: string; path: string }[]; close(): Promise<void> };
export type Temper = (request: IncomingMessage, response: ServerResponse) => void;

/** @param tempers by path; what is not among them is not found */
export async function startHost(tempers: Readonly<Record<string, Temper>>): Promise<Host> {
  const asked: Host['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ method: request.method ?? '', path });
    const temper = tempers[path];
    if (temper) temper(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers with a status, and with a body where one is asked for. */
export const status =
  (code: number, headers: Record<string, string> = {}): Temper =>
  (request, response) =>
    void response.writeHead(code, headers).end(request.method === 'HEAD' ? undefined : 'words '.repeat(99));
