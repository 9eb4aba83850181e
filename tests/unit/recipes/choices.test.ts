/** What the administrator or the instance decides changes the plan of each app as its page sheet says. */
import { beforeEach, describe, expect, it } from 'vitest';
import { look } from '@/engine/look';
import type { PlanRow } from '@/engine/model';
import { plan } from '@/engine/plan';
import { recognise } from '@/engine/recognise';
import { recipes } from '@/recipes';
import type { FieldKey } from '@/recipes/schema';
import { pretendLayout } from './layout';
import { type Drawn, knownPages, open, valuesOf } from './static-page';

beforeEach(pretendLayout);

interface Case {
  choices?: Record<string, string>;
  mode?: 'per_provider' | 'global';
  drawn?: Partial<Drawn>;
}

/** The plan for one page, as rows by key. */
function rowsOn(name: string, { choices = {}, mode = 'per_provider', drawn = {} }: Case = {}) {
  const page = knownPages.find((known) => known.name === name);
  if (!page) throw new Error(`There is no page ${name}`);
  const url = open(page);
  const recognition = recognise(document, url, recipes);
  if (!recognition) throw new Error(`${name} was not recognised`);
  const values = valuesOf(
    { base: 'https://authentik.company', slug: 'app', clientId: 'c', extras: [], ...drawn },
    mode,
  );
  const { rows } = plan(recognition.form, look(recognition, url), values, choices, ['client_secret']);
  return (key: FieldKey): PlanRow | undefined => rows.find((row) => row.key === key);
}

describe('Personio', () => {
  it('takes the base URL with a slash as issuer in the global mode (sheet 6.5)', () => {
    const row = rowsOn('personio.en-a', { mode: 'global', drawn: { base: 'https://sso.company/auth' } });
    expect(row('issuer')?.next).toBe('https://sso.company/auth/');
    expect(row('jwks')?.next).toBe('https://sso.company/auth/application/o/app/jwks/');
  });

  it('writes the button text that was typed', () => {
    const row = rowsOn('personio.de', { choices: { button_text: 'Weiter mit authentik' } });
    expect(row('button_text')?.next).toBe('Weiter mit authentik');
  });

  it('says that a stored secret, shown as dots, would be replaced (sheet 6.3)', () => {
    expect(rowsOn('personio.en-b.masked')('client_secret')?.warnings).toEqual(['replaces-value']);
    expect(rowsOn('personio.en-b')('client_secret')?.warnings).toEqual([]);
  });

  it('warns when its servers cannot reach authentik (sheet 6.6)', () => {
    const row = rowsOn('personio.en-b', { drawn: { base: 'https://authentik.lan' } });
    expect(row('token')?.warnings).toContain('not-public-https');
  });
});

describe('Portainer', () => {
  it('takes the e-mail address as user identifier when chosen, and nothing that is not offered', () => {
    expect(rowsOn('portainer.2-23', { choices: { user_identifier: 'email' } })('user_identifier')?.next).toBe('email');
    const other = rowsOn('portainer.2-23', { choices: { user_identifier: 'nickname' } });
    expect(other('user_identifier')?.next).toBe('preferred_username');
  });

  it('shows the saved Redirect URL beside its own, and warns that it would be replaced', () => {
    const row = rowsOn('portainer.2-23.configured')('redirect_uri');
    expect(row).toMatchObject({ now: 'https://portainer.company', next: 'https://portainer.company/', ticked: false });
    expect(row?.warnings).toContain('replaces-value');
  });

  it('says that the bare origin a fresh form starts with up to 2.9.0 would be replaced (sheet 5)', () => {
    const row = rowsOn('portainer.2-6')('redirect_uri');
    expect(row).toMatchObject({ now: 'https://portainer.company', next: 'https://portainer.company/', ticked: false });
    expect(row?.warnings).toContain('replaces-value');
  });

  it('never gets a comma in its scopes', () => {
    const row = rowsOn('portainer.2-23.configured', { drawn: { extras: ['groups', 'offline_access'] } });
    expect(row('scopes')?.next).toBe('email openid profile groups offline_access');
  });
});

describe('EspoCRM', () => {
  const endpoints: FieldKey[] = ['authorization', 'token', 'userinfo', 'jwks'];

  it('leaves the admin login alone until it is chosen', () => {
    expect(rowsOn('espocrm.9-3')('allow_admin')).toMatchObject({ state: 'left' });
    const on = rowsOn('espocrm.9-3', { choices: { allow_admin: 'on' } });
    expect(on('allow_admin')).toMatchObject({ state: 'change', next: true });
    const off = rowsOn('espocrm.9-3', { choices: { allow_admin: 'off' } });
    expect(off('allow_admin')).toMatchObject({ state: 'same' });
  });

  it('sets the other claim when it is chosen', () => {
    const row = rowsOn('espocrm.9-3', { choices: { claim: 'preferred_username' } });
    expect(row('claim')).toMatchObject({ state: 'change', now: 'sub', next: 'preferred_username', ticked: true });
  });

  it('keeps a scope the profile wants even in the untouched list', () => {
    expect(rowsOn('espocrm.9-3')('scopes')?.next).toEqual(['openid', 'profile', 'email']);
    const row = rowsOn('espocrm.9-3', { drawn: { extras: ['phone'] } });
    expect(row('scopes')?.next).toEqual(['openid', 'profile', 'email', 'phone']);
  });

  it('warns about addresses its url fields refuse, and not about the logout address (sheet 7.4)', () => {
    const bare = rowsOn('espocrm.9-3', { drawn: { base: 'http://authentik:9000' } });
    for (const key of endpoints) expect([key, bare(key)?.warnings]).toEqual([key, ['dot-in-host']]);
    expect(bare('end_session')?.warnings).toEqual([]);
    const long = rowsOn('espocrm.9-3', { drawn: { base: `https://authentik.company/${'x'.repeat(240)}` } });
    for (const key of endpoints) expect([key, long(key)?.warnings]).toEqual([key, ['at-most-255']]);
  });

  it('does not warn when every address can be saved', () => {
    const row = rowsOn('espocrm.9-3');
    for (const key of endpoints) expect([key, row(key)?.warnings]).toEqual([key, []]);
  });
});
