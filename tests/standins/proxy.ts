/** A CONNECT proxy that sends port 443 of the known hosts to the loopback server and answers 403 to everything else. */
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ProxyOptions {
  /** Port of the loopback server. */
  port: number;
  isKnown: (host: string) => boolean;
  /** Told about every host that was refused. */
  onRefused: (host: string) => void;
}

/** Promises a proxy that is not listening yet; the caller listens and closes. */
export function createProxy(options: ProxyOptions): Server {
  const proxy = createServer((request, response) => {
    options.onRefused(request.headers.host ?? request.url ?? '');
    response.writeHead(403, { connection: 'close' }).end();
  });
  proxy.on('connect', (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    const host = target.replace(/:443$/, '');
    client.on('error', () => client.destroy());
    if (host === target || !options.isKnown(host)) {
      options.onRefused(target);
      client.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const upstream = connect(options.port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  return proxy;
}
