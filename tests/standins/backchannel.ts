/** Requests from one stand-in's server to another's, to the loopback server only and with TLS verification on. */
import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import type { Backchannel } from './standin.ts';

export interface BackchannelOptions {
  port: number;
  /** The made certificate in PEM; the only one trusted. */
  certificate: string;
  isKnown: (host: string) => boolean;
  /** Told about every host that was refused. */
  onRefused: (host: string) => void;
}

const withoutBody = [101, 204, 205, 304];

/**
 * Promises fetch's answers without following redirects. An address that is not https on port 443 of a known host is
 * refused with the TypeError that fetch gives for a network failure.
 */
export function createBackchannel(options: BackchannelOptions): Backchannel {
  const agent = new Agent({ keepAlive: true, ca: options.certificate });
  return async (url, init) => {
    const request = new Request(url, init);
    const target = new URL(request.url);
    if (target.protocol !== 'https:' || target.port !== '' || !options.isKnown(target.hostname)) {
      options.onRefused(target.host);
      throw new TypeError('fetch failed', { cause: new Error(`${target.origin} cannot be reached`) });
    }
    const body = Buffer.from(await request.arrayBuffer());
    return answer(await send(request, target, body, options.port, agent));
  };
}

function send(request: Request, target: URL, body: Buffer, port: number, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(
      {
        host: '127.0.0.1',
        port,
        servername: target.hostname,
        path: target.pathname + target.search,
        method: request.method,
        headers: { ...Object.fromEntries(request.headers), host: target.host, 'content-length': body.length },
        agent,
        rejectUnauthorized: true,
        signal: request.signal,
      },
      resolve,
    );
    outgoing.on('error', (error) => reject(new TypeError('fetch failed', { cause: error })));
    outgoing.end(body);
  });
}

async function answer(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return new Response(withoutBody.includes(status) ? null : Buffer.concat(chunks), { status, headers });
}
