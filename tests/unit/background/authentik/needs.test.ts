// @vitest-environment node
/** What a form needs of its provider: by its recipe, and by what the page shows of its callbacks. */
import { describe, expect, it } from 'vitest';
import type { PageLook } from '@/engine/model';
import { providerNeeds, toRedirectUri } from '@/entrypoints/background/authentik/needs';
import { findForm } from '@/entrypoints/background/find-form';
import type { SeenPage } from '@/entrypoints/background/look-at-tab';
import { look } from '../world';

function page(app: string, form: string, changes: Partial<PageLook> = {}, origin = 'https://portainer.company') {
  const known = findForm(app, form);
  if (!known) throw new Error('no such form');
  const url = new URL(`${origin}/`);
  const seen: SeenPage = {
    ...known,
    url,
    origin,
    target: { tabId: 7 },
    look: look({ app, form, origin, readings: [], callbacks: [], ...changes }),
  };
  return providerNeeds(seen);
}

const redirectUri = (now: string) => ({ readings: [{ key: 'redirect_uri' as const, state: 'found' as const, now }] });

describe('providerNeeds', () => {
  it('takes client type, subject mode, key and scopes from the recipe', () => {
    expect(page('espocrm', 'authentication')).toMatchObject({
      clientType: 'confidential',
      needs: { subjectMode: 'user_username', signingKey: true, scopes: ['openid', 'email', 'profile'] },
    });
    expect(page('portainer', 'oauth')?.needs).toMatchObject({ subjectMode: undefined, signingKey: false });
  });

  it('needs no provider where the form takes an API token', () => {
    expect(page('openlane', 'credentials')).toBeUndefined();
  });

  it('takes what the page shows, and leaves out what is of another host', () => {
    const callbacks: PageLook['callbacks'] = [
      { url: 'https://crm.company/oauth-callback.php', how: 'read' },
      { url: 'https://evil.test/oauth-callback.php', how: 'read' },
      { url: 'javascript:alert(1)', how: 'read' },
    ];
    expect(page('espocrm', 'authentication', { callbacks }, 'https://crm.company')).toMatchObject({
      callbacks: [callbacks[0]],
      leftOut: [{ url: 'https://evil.test/oauth-callback.php', warning: 'foreign-host' }],
    });
  });

  it('has none where the page shows none and the recipe can compute none', () => {
    expect(page('espocrm', 'authentication')).toMatchObject({ callbacks: [], leftOut: [] });
  });

  it.each<[string, Partial<PageLook>]>([
    ['is empty', redirectUri('')],
    ['is there only with another method', { method: { now: '1', nowLabel: 'Internal', isWanted: false } }],
  ])('takes what the fill will write into the field of the redirect URI, where it %s', (_name, changes) => {
    expect(page('portainer', 'oauth', changes)?.callbacks).toEqual([
      { url: 'https://portainer.company/', how: 'computed' },
    ]);
  });

  it('takes what the field holds, where the fill leaves it as it is', () => {
    const kept = 'https://portainer.company';
    const callbacks: PageLook['callbacks'] = [{ url: kept, how: 'read' }];
    expect(page('portainer', 'oauth', { ...redirectUri(kept), callbacks })?.callbacks).toEqual(callbacks);
    const right = 'https://portainer.company/';
    const same: PageLook['callbacks'] = [{ url: right, how: 'read' }];
    expect(page('portainer', 'oauth', { ...redirectUri(right), callbacks: same })?.callbacks).toEqual(same);
  });

  it('registers each as the recipe says it is to be compared, and for what', () => {
    const url = 'https://portainer.company/';
    expect(toRedirectUri({ url, how: 'read' })).toEqual({ url, matching: 'strict', kind: 'authorization' });
    const other = { matching: 'regex', kind: 'logout' } as const;
    expect(toRedirectUri({ url, how: 'computed', ...other })).toEqual({ url, ...other });
  });
});
