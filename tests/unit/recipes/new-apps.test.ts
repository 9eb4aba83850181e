/** What the page sheets of Palmr and Openlane warn of: the right address, warnings before a fill, whose secret goes where. */
import { beforeEach, describe, expect, it } from 'vitest';
import { look } from '@/engine/look';
import type { PlanRow } from '@/engine/model';
import { plan } from '@/engine/plan';
import { recognise } from '@/engine/recognise';
import { recipes } from '@/recipes';
import type { FieldKey } from '@/recipes/schema';
import { pretendLayout } from './layout';
import { type Drawn, knownPages, open, type ProfileKind, secretOf, valuesOf } from './static-page';

beforeEach(pretendLayout);

const company: Drawn = { base: 'https://authentik.company', slug: 'files', clientId: 'c', extras: [] };

/** The plan for one page with one kind of profile, as rows by key. */
function rowsOn(name: string, kind: ProfileKind, drawn: Partial<Drawn> = {}) {
  const page = knownPages.find((known) => known.name === name);
  if (!page) throw new Error(`There is no page ${name}`);
  const url = open(page);
  const recognition = recognise(document, url, recipes);
  if (!recognition) throw new Error(`${name} was not recognised`);
  const values = valuesOf({ ...company, ...drawn }, 'per_provider', kind);
  const { rows } = plan(recognition.form, look(recognition, url), values, {}, [secretOf[kind]]);
  return (key: FieldKey): PlanRow | undefined => rows.find((row) => row.key === key);
}

describe('Palmr', () => {
  it('gets the base URL with its folder, never the issuer (sheet 3)', () => {
    const row = rowsOn('palmr.3-2.configured.de', 'oidc-client', { base: 'https://sso.company/auth' });
    expect(row('base_url')).toMatchObject({
      state: 'change',
      now: 'https://sso.company/application/o/palmr/',
      next: 'https://sso.company/auth',
      warnings: ['replaces-value'],
    });
  });

  it('says that its server may not keep changed scopes, and only where they change (sheet 4)', () => {
    expect(rowsOn('palmr.3-3.scopes-missing', 'oidc-client')('scopes')).toMatchObject({
      state: 'change',
      warnings: ['server-ignores'],
    });
    expect(rowsOn('palmr.3-2.scopes-extra', 'oidc-client')('scopes')).toMatchObject({ state: 'same', warnings: [] });
  });

  it('warns of nothing while its form is closed, since the scopes are not known yet', () => {
    expect(rowsOn('palmr.3-3.closed', 'oidc-client')('scopes')).toMatchObject({ state: 'change', warnings: [] });
  });

  it('adds no scope of the profile, and takes none of the administrator away', () => {
    const row = rowsOn('palmr.3-2.scopes-extra', 'oidc-client', { extras: ['offline_access'] });
    expect(row('scopes')).toMatchObject({ next: ['openid', 'profile', 'email'], extras: ['groups'], ticked: false });
  });

  it('says that the stored secret would be replaced', () => {
    expect(rowsOn('palmr.3-3.configured', 'oidc-client')('client_secret')?.warnings).toEqual(['replaces-value']);
    expect(rowsOn('palmr.3-3', 'oidc-client')('client_secret')?.warnings).toEqual([]);
  });

  it('may reach authentik in a private network', () => {
    const row = rowsOn('palmr.3-3', 'oidc-client', { base: 'http://authentik.lan:9000' });
    expect(row('base_url')?.warnings).not.toContain('not-public-https');
  });
});

describe('Openlane', () => {
  it.each(['http://authentik.company', 'https://authentik.lan'])('warns before %s is filled (sheet 4)', (base) => {
    const row = rowsOn('openlane.2026-08', 'api-token', { base });
    expect(row('base_url')).toMatchObject({ next: base, warnings: ['not-public-https'] });
  });

  it('takes a slash and the path of the API off what was typed', () => {
    expect(rowsOn('openlane.2026-08.typed', 'api-token')('base_url')).toMatchObject({
      now: 'https://sso.company/api/v3/',
      next: 'https://authentik.company',
    });
  });

  it('never takes a client secret for its token (sheet 1)', () => {
    const row = rowsOn('openlane.2026-08', 'oidc-client');
    expect(row('api_token')).toMatchObject({ state: 'left', isSecret: true, ticked: false });
    expect(row('base_url')).toMatchObject({ state: 'change', next: 'https://authentik.company' });
  });

  it('plans for the card that a click will unfold', () => {
    const row = rowsOn('openlane.2026-08.folded', 'api-token');
    expect(row('base_url')).toMatchObject({ state: 'change', now: '', next: 'https://authentik.company' });
    expect(row('api_token')).toMatchObject({ state: 'change', isSecret: true });
  });
});
