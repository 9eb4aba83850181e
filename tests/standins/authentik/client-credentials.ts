/** Who a token request claims to be: from the body, or from a Basic header rewritten into body fields. */
import type { IncomingMessage } from 'node:http';
import { IncomingMessage as Incoming } from 'node:http';
import { readForm } from '../http.ts';

export interface ClientRequest {
  clientId: string | null;
  /** The body, with the credentials of a Basic header. */
  form: URLSearchParams;
  /** The request with the form as its body, credentials included, ready to be read once more. */
  request: () => IncomingMessage;
}

/** Both ways of authentication end as `client_secret_post`: oidc-provider allows one way per client. */
export async function readClientRequest(request: IncomingMessage): Promise<ClientRequest> {
  const form = await readForm(request);
  const basic = readBasic(request.headers.authorization);
  if (basic !== null) {
    form.set('client_id', basic.clientId);
    form.set('client_secret', basic.clientSecret);
  }
  return { clientId: form.get('client_id'), form, request: () => replay(request, form.toString()) };
}

/** Splits at the first colon, then form-decodes both halves (RFC 6749, section 2.3.1). */
function readBasic(header: string | undefined): { clientId: string; clientSecret: string } | null {
  const [scheme, encoded] = header?.split(' ') ?? [];
  if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  return { clientId: formDecode(text.slice(0, colon)), clientSecret: formDecode(text.slice(colon + 1)) };
}

function formDecode(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll('&', '%26')}`).get('text') ?? '';
}

/** The same request with another body and without its Authorization header. */
function replay(request: IncomingMessage, body: string): IncomingMessage {
  const copy = new Incoming(request.socket);
  const { authorization: _dropped, ...headers } = request.headers;
  copy.method = request.method;
  copy.url = request.url;
  copy.httpVersion = request.httpVersion;
  copy.headers = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
  copy.complete = true; // an unfinished message would take its socket down when it ends
  copy.push(body);
  copy.push(null);
  return copy;
}
