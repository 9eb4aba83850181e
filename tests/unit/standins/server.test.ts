// @vitest-environment node
/** The loopback server: real host names, TLS verification on, nothing else answered. */
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestUrl, sendText } from '@/tests/standins/http';
import { createServer, type StandInServer } from '@/tests/standins/server';

let server: StandInServer;

beforeAll(async () => {
  server = await createServer({ moreHosts: ['look-alike.example'] });
  server.add({
    hosts: ['portainer.company'],
    handle: (incoming, response) => sendText(response, `${incoming.method} ${requestUrl(incoming).href}`),
  });
});

afterAll(() => server.close());

/** Opens a tunnel as Firefox does. */
function tunnel(target: string): Promise<{ status: number | undefined; socket: Socket }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.proxyPort, method: 'CONNECT', path: target })
      .on('connect', (response, socket) => resolve({ status: response.statusCode, socket }))
      .on('error', reject)
      .end();
  });
}

test('a known host answers under its own name, never from a cache', async () => {
  const response = await server.backchannel('https://portainer.company/api?x=1', { method: 'PUT', body: '{}' });
  expect(await response.text()).toBe('PUT https://portainer.company/api?x=1');
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('a known host answers by plain http, too, and no other does', async () => {
  const get = (host: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const asked = { host: '127.0.0.1', port: server.httpPort, path: '/', headers: { host } };
      request(asked, (response) => response.on('data', (body: Buffer) => resolve(String(body))))
        .on('error', reject)
        .end();
    });
  expect(await get('portainer.company')).toContain('GET ');
  expect(await get('look-alike.example')).toBe('No stand-in answers for this host.');
});

test.each([
  ['another host', 'https://example.org/', 'example.org'],
  ['a host without a stand-in', 'https://look-alike.example/', 'look-alike.example'],
  ['another port', 'https://portainer.company:9443/', 'portainer.company:9443'],
  ['plain http', 'http://portainer.company/', 'portainer.company'],
])('the backchannel refuses %s and notes it', async (_name, url, noted) => {
  await expect(server.backchannel(url)).rejects.toThrow(TypeError);
  expect(server.refused.at(-1)).toBe(noted);
});

test('the certificate is verified: a client that does not know it is turned away', async () => {
  await expect(fetch(`https://127.0.0.1:${server.port}/`)).rejects.toThrow(TypeError);
});

test('the certificate names every host and carries the announced key', async () => {
  expect(server.hosts).toEqual(
    expect.arrayContaining(['authentik.company', 'login.personio.com', 'look-alike.example']),
  );
  expect(server.spki).toMatch(/^[A-Za-z0-9+/]{43}=$/);
});

test('the proxy leads to a known host by TLS', async () => {
  const { status, socket } = await tunnel('portainer.company:443');
  expect(status).toBe(200);
  const name = await new Promise((resolve, reject) => {
    const secure = connect({ socket, servername: 'portainer.company', ca: server.certificate }, () => {
      resolve(secure.getPeerCertificate().subjectaltname);
      secure.destroy();
    });
    secure.on('error', reject);
  });
  expect(name).toContain('DNS:portainer.company');
});

test.each(['example.org:443', 'portainer.company:80'])('the proxy refuses %s and notes it', async (target) => {
  const { status, socket } = await tunnel(target);
  socket.destroy();
  expect(status).toBe(403);
  expect(server.refused.at(-1)).toBe(target);
});

test('its end fails while a stand-in met what its contract forbids', async () => {
  const short = await createServer();
  const violations = ['authentik 2026.8.3, GET /core/users/: no'];
  short.add({ hosts: ['authentik.company'], violations, handle: (_incoming, response) => sendText(response, '') });
  await expect(short.close()).rejects.toThrow(violations[0]);
});
