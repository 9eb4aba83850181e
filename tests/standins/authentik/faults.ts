/** What can go wrong with one call to the API, switched on by a test; sheet authentik.md 2.9 and the hostile cases. */
import type { ServerResponse } from 'node:http';
import { redirect, sendHtml, sendJson } from '../http.ts';

type FaultKind =
  /** An answer of authentik's own; held against the contract as any other. */
  | { kind: 'answer'; status: number; body: unknown }
  /** A page in place of JSON: a wrong sub-path, a proxy's words. */
  | { kind: 'html'; status: number }
  | { kind: 'redirect'; to: string }
  /** The session is over: to the login page. */
  | { kind: 'login' }
  /** Nothing is sent before the promise is kept; then the right answer. */
  | { kind: 'slow'; until: Promise<void> }
  /** The right status and the first half of some JSON, then the end of the connection. */
  | { kind: 'half' }
  /** JSON of that many bytes, well formed. */
  | { kind: 'huge'; bytes: number }
  /** The connection ends without a word. */
  | { kind: 'offline' }
  /** Something happens just before the call is answered, such as another administrator's write. */
  | { kind: 'meanwhile'; happens: () => void };

export type Fault = FaultKind & {
  /** Path template such as `/providers/oauth2/{id}/`; every call when left out. */
  at?: string;
  method?: string;
  /** Right answers before the first fault. */
  after?: number;
  /** How often; without end when left out. */
  times?: number;
};

interface Called {
  template: string;
  method: string;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that this call meets, counted as met. */
  next(call: Called): Fault | undefined;
}

export function createFaults(): Faults {
  let faults: { fault: Fault; left: number; skip: number }[] = [];
  const meets = ({ fault }: { fault: Fault }, call: Called): boolean =>
    (fault.at === undefined || fault.at === call.template) &&
    (fault.method === undefined || fault.method === call.method);
  return {
    add: (fault) => {
      faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY, skip: fault.after ?? 0 });
    },
    clear: () => {
      faults = [];
    },
    next: (call) => {
      const met = faults.find((entry) => entry.left > 0 && meets(entry, call));
      if (met === undefined) return undefined;
      if (met.skip > 0) {
        met.skip -= 1;
        return undefined;
      }
      met.left -= 1;
      return met.fault;
    },
  };
}

/** Sends what is no answer of the API; false when the call is to be answered after all. */
export async function sendFault(fault: Fault, response: ServerResponse, basePath: string): Promise<boolean> {
  switch (fault.kind) {
    case 'html':
      sendHtml(response, '<!doctype html><title>Not Found</title><main>Not Found</main>', fault.status);
      return true;
    case 'redirect':
      redirect(response, fault.to);
      return true;
    case 'login':
      redirect(response, `${basePath}/if/flow/default-authentication-flow/?next=%2F`);
      return true;
    case 'half':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"pagination": {"next": 0, "previous"', () => response.destroy());
      return true;
    case 'huge':
      sendJson(response, { detail: 'x'.repeat(fault.bytes) });
      return true;
    case 'offline':
      response.destroy();
      return true;
    case 'slow':
      await fault.until;
      return false;
    case 'meanwhile':
      fault.happens();
      return false;
    case 'answer':
      return false;
  }
}
