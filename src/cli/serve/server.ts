/**
 * Serves the pictures to this machine only. Whoever asks has to know a token of chance, and to ask under this machine's name, so that neither
 * another user nor a page of the web gets anything. No part of a request reaches the file system or git: there are three answers, each of them
 * about the one ISMS.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HistoryNews } from '../../pictures/history-data.ts';
import { historyPath, livePage, newsPath } from '../../pictures/page.ts';

/** What is served. */
export interface Served {
  /** What a page is told that asks now, each as JSON. */
  readonly news: readonly string[];
  /** Calls `told` whenever that changes. Returns what ends that. */
  onNews(told: () => void): () => void;
  /** The history, or why there is none; never rejects. */
  history(): Promise<HistoryNews>;
}

export interface Serving {
  /** The address of the page, with the token. */
  readonly url: string;
  close(): void;
}

const loopback = '127.0.0.1';

/** More pages than anybody opens. */
const mostConnections = 100;

/** Begins to serve. Rejects with the error of the system where the port cannot be had; 0 is any that is free. */
export async function serve(served: Served, port: number): Promise<Serving> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => answer(request, response, { served, token }));
  server.maxConnections = mostConnections;
  server.listen({ port, host: loopback, exclusive: true });
  await once(server, 'listening');
  return {
    url: `http://${loopback}:${(server.address() as AddressInfo).port}/${token}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answering {
  readonly served: Served;
  readonly token: string;
}

/** What every answer says: nobody keeps it, frames it, takes it for another kind, or learns its address. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

function answer(request: IncomingMessage, response: ServerResponse, { served, token }: Answering): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const [, given = '', path, ...rest] = request.url?.split('?', 1)[0]?.split('/') ?? [];
  // Another name that leads here is one that somebody else chose, so that a page of theirs may read the answer.
  if (!isOwnName(request)) refuse(response, 421, 'Open the address as “isms serve” printed it.');
  else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'These pictures can only be read.');
  }
  // The same words whichever part is wrong.
  else if (!isSame(given, token) || rest.length || !paths.has(path ?? 'none'))
    refuse(response, 404, 'Nothing is here. Open the address as “isms serve” printed it, to its last sign.');
  else if (path === '') sendPage(response);
  else if (path === historyPath) void sendHistory(response, served, request.method === 'HEAD');
  else sendNews(response, served, request.method === 'HEAD');
}

const paths: ReadonlySet<string> = new Set(['', newsPath, historyPath]);

const isOwnName = ({ headers: { host }, socket }: IncomingMessage): boolean =>
  [loopback, 'localhost'].some(name => host === `${name}:${socket.localPort}`) ||
  // Browsers leave out the port that is the usual one.
  (socket.localPort === 80 && (host === loopback || host === 'localhost'));

/** Whether two texts are the same, in a time that tells nothing of how much of them is. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map(text => createHash('sha256').update(text).digest());
  return timingSafeEqual(a as Buffer, b as Buffer);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(`${words}\n`);
}

/** Node leaves out what a HEAD does not ask for. */
function sendPage(response: ServerResponse): void {
  const { html, policy } = livePage(randomBytes(16).toString('base64'));
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
  response.end(html);
}

/** Read when it is asked for, and only then. */
async function sendHistory(response: ServerResponse, served: Served, isHead: boolean): Promise<void> {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(isHead ? '' : JSON.stringify(await served.history()));
}

/** Server-sent events, each a piece of news; at once, and whenever there are others. */
function sendNews(response: ServerResponse, served: Served, isHead: boolean): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  if (isHead) {
    response.end();
    return;
  }
  let isLate = false;
  const send = (): void => {
    // Who reads slowly gets the last news, and is not kept all those before.
    if (response.writableNeedDrain) {
      isLate = true;
      return;
    }
    // JSON has no line breaks, which would end an event.
    response.write(served.news.map(news => `data: ${news}\n\n`).join(''));
  };
  response.on('drain', () => {
    if (!isLate) return;
    isLate = false;
    send();
  });
  response.on('close', served.onNews(send));
  send();
}
