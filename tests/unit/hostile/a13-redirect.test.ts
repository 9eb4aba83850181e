// @vitest-environment node
/** A13: an authentik that sends the caller elsewhere: nothing follows, least of all the token. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTransport, type Send } from '@/authentik/api/transport';

const token = 'test-token-not-a-real-one';
const base = 'https://authentik.company';
const reached: string[] = [];

/** A real request over a real socket: to the first server instead of to authentik, everything else as it is. */
const send: Send = (address, init) => fetch(address.replace(base, addressOf(hostile)), init);

const elsewhere = createServer((request, response) => {
  reached.push(`${request.url} ${request.headers.authorization ?? ''}`);
  response.setHeader('content-type', 'application/json').end('{"detail":"caught"}');
});
const hostile = createServer((request, response) => {
  const status = Number(new URL(request.url ?? '/', base).searchParams.get('status'));
  response.writeHead(status, { location: `${addressOf(elsewhere)}/if/flow/login/` }).end();
});

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  for (const server of [elsewhere, hostile]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  for (const server of [elsewhere, hostile]) await new Promise((done) => server.close(done));
});

describe('A13: a redirect of the API', () => {
  it.each([301, 302, 303, 307, 308])('A13, 2 cases: is not followed, by reading or writing: %s', async (status) => {
    const made = createTransport({ baseUrl: base, signIn: { by: 'token', token }, send });
    if (!made.ok) throw new Error(made.failure.kind);
    const request = { path: 'core/users/me/', query: { status: String(status) } };
    const answers = [await made.value(request), await made.value({ ...request, method: 'PATCH', body: { a: 1 } })];
    expect(answers).toEqual(answers.map(() => ({ ok: false, failure: { kind: 'redirected' } })));
    expect(reached).toEqual([]);
  });
});
