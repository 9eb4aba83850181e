/** A proxy that sends the known hosts to the loopback servers and answers 403 to everything else. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ProxyOptions {
  /** Port of the loopback server. */
  port: number;
  isKnown: (host: string) => boolean;
  /** Told about every host that was refused. */
  onRefused: (host: string) => void;
  /** Answers plain http for a known host. */
  onPlain: RequestListener;
}

/** Promises a proxy that is not listening yet; the caller listens and closes. */
export function createProxy(options: ProxyOptions): Server {
  const proxy = createServer((request, response) => {
    if (options.isKnown(request.headers.host ?? '')) {
      options.onPlain(request, response);
      return;
    }
    options.onRefused(request.headers.host ?? request.url ?? '');
    response.writeHead(403, { connection: 'close' }).end();
  });
  proxy.on('connect', (request, client: Duplex, head: Buffer) => {
    const target = request.url ?? '';
    client.on('error', () => client.destroy());
    if (!options.isKnown(target.replace(/:443$/, ''))) {
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
