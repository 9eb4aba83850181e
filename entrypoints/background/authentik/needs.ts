/** What a page's form needs of its provider in authentik, and the redirect URIs that are to be registered there. */
import type { Needs, RedirectUri } from '@/authentik/model';
import type { Callback } from '@/engine/model';
import { plan } from '@/engine/plan';
import type { Form } from '@/recipes/schema';
import { judgeCallbacks } from '../judge-callbacks';
import type { SeenPage } from '../look-at-tab';

export interface ProviderNeeds {
  needs: Needs;
  clientType: 'confidential' | 'public';
  /** All that lie on the page's own host or its vendor's, each once. Empty: none is known, so nothing may be created. */
  callbacks: Callback[];
  /** What the page shows beside them, with the reason why it is not registered. */
  leftOut: Callback[];
}

/** Every login is by these (authentik sheet 2.6); a recipe names what it needs beyond them. */
const commonScopes = ['openid', 'email', 'profile'];

/** Undefined where the form takes no provider, such as one for an API token. */
export function providerNeeds(page: SeenPage): ProviderNeeds | undefined {
  const needed = neededBy(page.form);
  if (!needed) return undefined;
  const judged = judgeCallbacks(callbacksOf(page), page, page.origin);
  return {
    ...needed,
    callbacks: judged.filter(({ verdict }) => verdict === 'accepted').map(({ callback }) => callback),
    leftOut: judged.flatMap(({ callback, verdict }) =>
      verdict === 'accepted' ? [] : [{ ...callback, warning: verdict }],
    ),
  };
}

/** The part that needs no look at the page. */
export function neededBy({ authentik: wanted }: Form): Pick<ProviderNeeds, 'needs' | 'clientType'> | undefined {
  if (wanted.needs !== 'provider') return undefined;
  const { subjectMode, signingKey, clientType, scopeMappings = [] } = wanted;
  const scopes = [...new Set([...commonScopes, ...scopeMappings])];
  return { needs: { subjectMode, signingKey, scopes }, clientType };
}

/** As authentik is to keep it. */
export function toRedirectUri({ url, matching, kind }: Callback): RedirectUri {
  return { url, matching: matching ?? 'strict', kind: kind ?? 'authorization' };
}

/** What the page shows; but of a field that the fill is going to write, what it will hold then is what the app will send. */
function callbacksOf(page: SeenPage): Callback[] {
  const written = writtenByFill(page);
  const shown = page.look.callbacks.filter(({ url }) => !written.some((one) => one.instead === url));
  const all = [...shown, ...written.map(({ callback }) => callback)];
  return all.filter((one, index) => all.findIndex(({ url, kind }) => url === one.url && kind === one.kind) === index);
}

function writtenByFill({ form, look }: SeenPage): { callback: Callback; instead: unknown }[] {
  // What comes from the page's own address needs no profile.
  const { rows } = plan(form, look, { base_url: '', tokens_page: '' }, {}, []);
  return form.callbacks.flatMap((source) => {
    if (source.how !== 'field') return [];
    const row = rows.find(({ key }) => key === source.key);
    if (row?.ticked !== true || typeof row.next !== 'string') return [];
    const { matching, kind } = source;
    const use = { ...(matching && { matching }), ...(kind && { kind }) };
    return [{ callback: { url: row.next, how: 'computed' as const, ...use }, instead: row.now }];
  });
}
