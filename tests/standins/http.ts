/** The small pieces of HTTP that every app stand-in needs: reading a body, answering, cookies, a fixed list of files. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { TLSSocket } from 'node:tls';

const require = createRequire(import.meta.url);
const bodyLimit = 1_000_000;
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Address to file: a path from the package root such as `react-17/umd/react.production.min.js`, or a file URL. */
export type FileList = Readonly<Record<string, string | URL>>;

/** @throws Error when the body is larger than a megabyte. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) throw new Error('The body is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The parsed JSON body; undefined when it is not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readBody(request));
}

/** The request's address, absolute. */
export function requestUrl(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
}

export function readCookies(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, decodeURIComponent(value.join('='))]));
}

/** Adds a host-only cookie as apps set them: HttpOnly, SameSite=Lax, for the whole host, and Secure but on plain http. */
export function setCookie(response: ServerResponse, name: string, value: string): void {
  const secure = response.req.socket instanceof TLSSocket ? ' Secure;' : '';
  response.appendHeader('set-cookie', `${name}=${encodeURIComponent(value)}; Path=/;${secure} HttpOnly; SameSite=Lax`);
}

export function sendHtml(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}

export function sendText(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

export function redirect(response: ServerResponse, location: string | URL): void {
  response.writeHead(302, { location: String(location) }).end();
}

/** Serves the file listed for this path and says whether there was one; no other file can be reached. */
export async function sendFile(response: ServerResponse, path: string, files: FileList): Promise<boolean> {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (file === undefined) return false;
  const content = await readFile(typeof file === 'string' ? require.resolve(file) : file);
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(content);
  return true;
}

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
