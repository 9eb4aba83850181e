/** One server on loopback for all stand-ins under their real host names, by TLS and by plain http; nothing else is answered. */
import {
  createServer as createPlainServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { createBackchannel } from './backchannel.ts';
import { makeCertificate } from './certificate.ts';
import { standInHosts } from './hosts.ts';
import { createProxy } from './proxy.ts';
import type { Backchannel, StandIn } from './standin.ts';

/** What the server needs of a stand-in. */
export interface Hosted extends Pick<StandIn, 'hosts' | 'handle'> {
  /** Requests and answers that a published contract forbids. */
  readonly violations?: readonly string[];
}

export interface StandInServer {
  /** Port of the TLS server on 127.0.0.1. */
  readonly port: number;
  /** Port of the plain http server on 127.0.0.1, with the same stand-ins. */
  readonly httpPort: number;
  /** Port of the proxy on 127.0.0.1, for Firefox. */
  readonly proxyPort: number;
  /** Every host the certificate is good for: the ones to map to the loopback port. */
  readonly hosts: readonly string[];
  /** For Chromium's --ignore-certificate-errors-spki-list. */
  readonly spki: string;
  /** The made certificate in PEM. */
  readonly certificate: string;
  /** Hosts somebody asked for and did not get, oldest first, with repetitions. */
  readonly refused: readonly string[];
  /** Server-to-server fetch of the stand-ins. */
  readonly backchannel: Backchannel;
  /** Puts a stand-in on its hosts, in place of the one that was there; for those that need the backchannel, too. */
  add(standIn: Hosted): void;
  /** @throws Error after everything is closed, when a stand-in met what its contract forbids: no test may pass then. */
  close(): Promise<void>;
}

export interface ServerOptions {
  standIns?: readonly Hosted[];
  /** Hosts beside those of the guides, for instance a look-alike that must be refused. */
  moreHosts?: readonly string[];
}

/** Promises a listening server and proxy. The caller closes it. */
export async function createServer(options: ServerOptions = {}): Promise<StandInServer> {
  const hosts = [...standInHosts, ...(options.moreHosts ?? [])];
  const certificate = await makeCertificate(hosts);
  const standIns: Hosted[] = [...(options.standIns ?? [])];
  const refused: string[] = [];
  const onRefused = (host: string): void => {
    refused.push(host);
  };
  const find = (host: string): Hosted | undefined => standIns.find((standIn) => standIn.hosts.includes(host));
  const isKnown = (host: string): boolean => find(host) !== undefined;

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    void answer(request, response, find, onRefused);
  };
  const server = createTlsServer(certificate, onRequest);
  const port = await listen(server);
  const plain = createPlainServer(onRequest);
  const httpPort = await listen(plain);
  const proxy = createProxy({ port, isKnown, onRefused, onPlain: onRequest });
  const proxyPort = await listen(proxy);
  const closeAll = [server, plain, proxy].map(closer);

  return {
    port,
    httpPort,
    proxyPort,
    hosts,
    spki: certificate.spki,
    certificate: certificate.cert,
    refused,
    backchannel: createBackchannel({ port, certificate: certificate.cert, isKnown, onRefused }),
    add: (standIn) => {
      standIns.unshift(standIn);
    },
    close: async () => {
      await Promise.all(closeAll.map((close) => close()));
      const violations = standIns.flatMap((standIn) => standIn.violations ?? []);
      if (violations.length > 0) throw new Error(`Against the contract: ${violations.join('; ')}`);
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  find: (host: string) => Hosted | undefined,
  onRefused: (host: string) => void,
): Promise<void> {
  const host = request.headers.host ?? '';
  const standIn = find(host);
  response.setHeader('cache-control', 'no-store');
  if (standIn === undefined) {
    onRefused(host);
    response.writeHead(421, { 'content-type': 'text/plain' }).end('No stand-in answers for this host.');
    return;
  }
  try {
    await standIn.handle(request, response);
  } catch (error) {
    console.error(`${host}: ${error instanceof Error ? error.message : 'unknown failure'}`);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('The stand-in failed.');
  }
}

async function listen(server: HttpServer): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

/** Closes at once, tunnels and kept-alive connections included. */
function closer(server: HttpServer): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
