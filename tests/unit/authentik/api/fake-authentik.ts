/** A made-up authentik in memory that answers what is sent to it, and remembers every request. */

import { createTransport, type Send, type Transport } from '@/authentik/api/transport';
import type { ApiFailure } from '@/authentik/model';

export const origin = 'https://authentik.company';
export const testToken = 'test-token-not-a-real-one';

export interface Sent {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: unknown;
  init: RequestInit;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** Sends nothing anywhere: `answer` decides, and everything sent is in `sent`. */
export function fakeSend(answer: (request: Sent) => Response | Promise<Response>): { send: Send; sent: Sent[] } {
  const sent: Sent[] = [];
  const send: Send = async (address, init) => {
    const request: Sent = {
      method: init.method ?? 'GET',
      url: new URL(address),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      init,
    };
    sent.push(request);
    return answer(request);
  };
  return { send, sent };
}

export function transportOver(send: Send, baseUrl = origin): Transport {
  const made = createTransport({ baseUrl, signIn: { by: 'token', token: testToken }, send });
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
}

/** A provider as authentik answers it, with fields that Latchkey does not know. */
export function providerRecord(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    pk: 7,
    name: 'Portainer',
    client_id: 'test-client',
    client_secret: 'test-secret-not-a-real-one',
    client_type: 'confidential',
    issuer_mode: 'per_provider',
    sub_mode: 'hashed_user_id',
    signing_key: 'key-1',
    property_mappings: ['openid-1', 'email-1'],
    redirect_uris: [{ matching_mode: 'strict', url: 'https://portainer.company/' }],
    assigned_application_slug: 'portainer',
    assigned_application_name: 'Portainer',
    access_code_validity: 'minutes=1',
    ...changes,
  };
}

/** One provider that can be read and changed; `meddle` runs after every request, as another administrator would. */
export function oneProvider(
  record: Record<string, unknown>,
  meddle: (count: number, record: Record<string, unknown>) => void = () => {},
) {
  const { send, sent } = fakeSend(({ method, body }) => {
    if (method === 'PATCH') Object.assign(record, body);
    const answer = json(record);
    meddle(sent.length, record);
    return answer;
  });
  const writes = () => sent.filter(({ method }) => method !== 'GET');
  return { transport: transportOver(send), sent, writes, record };
}

/** The failure's kind, or `ok`. */
export function kindOf(
  result: { ok: true } | { ok: false; failure: Pick<ApiFailure, 'kind'> | { kind: string } },
): string {
  return result.ok ? 'ok' : result.failure.kind;
}
