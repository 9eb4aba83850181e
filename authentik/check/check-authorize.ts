/** What authentik's authorize endpoint says of a client and a redirect URI, before anybody signs in; authentik sheet 5. */

import type { Result } from '@/lib/result';
import type { ApiFailure, Difference, Landing, Outcome } from '../model';
import { outcome } from './outcome';
import type { ProbeAnswer } from './probe';

/**
 * Both right: on to the login, which is a redirect; else a page that says so, with status 400. What is neither, such as
 * a page of a proxy's, proves nothing.
 */
export function checkAuthorize(answer: ProbeAnswer, callback: string): Outcome {
  if (answer.is === 'redirect') return outcome('authorize', 'fault', []);
  const { status, text } = answer;
  if (status < 400 || status > 499) return outcome('authorize', 'warning', [told('status', '302', String(status))]);
  return outcome('authorize', 'fault', [reasonIn(text, callback) ?? told('status', '302', String(status))]);
}

/** The start of a login, followed: it ends at a flow of authentik's, where one signs in. */
export function checkLanding(landing: Result<Landing, ApiFailure>): Outcome {
  if (!landing.ok) {
    const level = landing.failure.kind === 'redirected' ? 'fault' : 'warning';
    return outcome('authorize', level, [told('landing', loginFlow, '')]);
  }
  const { status, at } = landing.value;
  const isLogin = status === 200 && at.startsWith(loginFlow);
  return outcome('authorize', 'warning', isLogin ? [] : [told('landing', loginFlow, at)]);
}

const loginFlow = 'if/flow/';

/** In authentik's own words, all of which name what they are about. */
function reasonIn(text: string, callback: string): Difference | undefined {
  if (/redirect[_ ]?uri|redirection uri|redirect uri/i.test(text)) return told('redirect_uri', callback, '');
  return /client[_ ]?id|client identifier/i.test(text) ? told('client_id', '', '') : undefined;
}

function told(what: string, expected: string, found: string): Difference {
  return { what, expected, found };
}
