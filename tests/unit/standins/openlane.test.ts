// @vitest-environment node
/** The stand-in of Openlane: its health depends on every value it was saved with; page sheet openlane.md. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiToken, readingRights } from '@/tests/standins/authentik/api-tokens';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createOpenlane, type Openlane } from '@/tests/standins/openlane/openlane';
import { definitionIds } from '@/tests/standins/openlane/providers';
import type { OpenlaneOptions } from '@/tests/standins/openlane/state';
import { createServer, type StandInServer } from '@/tests/standins/server';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const base = 'https://authentik.company';
const origin = 'https://openlane.company';
const key = 'test-token-of-openlane';
const clientSecret = 'test-secret-of-openlane';
const token: ApiToken = { key, intent: 'api', username: 'svc-openlane', rights: readingRights, expired: false };
const installed = { base_url: base, api_token: key };

let server: StandInServer;
let authentik: Authentik;
let openlane: Openlane;

async function start(options: Partial<OpenlaneOptions> = {}, basePath = ''): Promise<void> {
  server = await createServer({ moreHosts: ['openlane.company.example'] });
  const settings = { slug: 'openlane', clientId: 'test-client', clientSecret, redirectUris: [] };
  authentik = createAuthentik({
    basePath,
    user,
    providers: [{ ...settings, subjectMode: 'hashed_user_id', issuerMode: 'per_provider' }],
    tokens: [token],
  });
  openlane = createOpenlane({ backchannel: server.backchannel, ...options });
  server.add(authentik);
  server.add(openlane);
}

async function restart(options: Partial<OpenlaneOptions>, basePath?: string): Promise<void> {
  await server.close();
  await start(options, basePath);
}

beforeEach(() => start());
afterEach(() => server.close());

async function post(path: string, body: unknown) {
  const response = await server.backchannel(origin + path, { method: 'POST', body: JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, answer: text.startsWith('{') ? JSON.parse(text) : text };
}

const filled = { baseUrl: base, token: key };
const answers = { primaryDirectory: false, disableGroupSync: false };

const save = (change: Record<string, unknown> = {}) =>
  post('/api/integrations/config', {
    definitionId: definitionIds.authentik,
    credentialRef: 'authentik_credential',
    body: filled,
    userInput: answers,
    ...change,
  });

async function readApi(path: string) {
  return (await server.backchannel(origin + path)).json();
}

async function pageData(address: string) {
  const response = await server.backchannel(address);
  const html = await response.text();
  const json = /<script type="application\/json" data-page>(.*?)<\/script>/.exec(html)?.[1] ?? 'null';
  return { html, data: JSON.parse(json), policy: response.headers.get('content-security-policy') };
}

describe('the health check with what was saved', () => {
  test('succeeds with base URL and API token of the guide', async () => {
    expect(await save()).toMatchObject({ status: 200, answer: { success: true } });
    expect(await openlane.checkHealth()).toBe('healthy');
    expect(openlane.lastLoginError()).toBeNull();
  });

  test('is not there before anything was saved', async () => {
    expect(await openlane.checkHealth()).toBeNull();
    expect(openlane.health()).toBeNull();
  });

  test('is not there before it was run', async () => {
    await save();
    expect(openlane.health()).toBeNull();
  });

  test('works below a sub-path', async () => {
    await restart({ installed: { ...installed, base_url: `${base}/sso` } }, '/sso');
    expect(await openlane.checkHealth()).toBe('healthy');
  });

  test.each([
    ['base_url', `${base}/`, 'status 404'],
    ['base_url', `${base}/api/v3`, 'status 404'],
    ['base_url', `${base}/application/o/openlane/`, 'status 404'],
    ['base_url', 'http://authentik.company', 'cannot be reached'],
    ['base_url', 'https://elsewhere.example', 'cannot be reached'],
    ['base_url', 'authentik.company', 'cannot be reached'],
    ['base_url', `${origin}/automation/integrations`, 'did not answer with JSON'],
    ['base_url', null, 'cannot be reached'],
    ['api_token', clientSecret, 'Token invalid/expired'],
    ['api_token', 'test-token-of-nobody', 'Token invalid/expired'],
    ['api_token', null, 'credentials were not provided'],
  ])('needs attention with %s set to %s', async (name, value, words) => {
    await save();
    openlane.tamper(name, value);
    expect(await openlane.checkHealth()).toBe('needs-attention');
    expect(openlane.lastLoginError()).toContain(words);
  });

  test('needs attention with an app password in the token’s place', async () => {
    authentik.addToken({ ...token, key: 'test-app-password', intent: 'app_password' });
    await save({ body: { ...filled, token: 'test-app-password' } });
    expect(await openlane.checkHealth()).toBe('needs-attention');
    expect(openlane.lastLoginError()).toContain('Token invalid/expired');
  });

  test('needs attention once the token has expired, and recovers', async () => {
    await save();
    authentik.configureToken(key, { expired: true });
    expect(await openlane.checkHealth()).toBe('needs-attention');
    authentik.configureToken(key, { expired: false });
    expect(await openlane.checkHealth()).toBe('healthy');
    expect(openlane.lastLoginError()).toBeNull();
  });

  test.each([
    ['view_system_info', '/api/v3/admin/system/'],
    ['view_user', '/api/v3/core/users/'],
    ['view_group', '/api/v3/core/groups/'],
  ] as const)('needs attention without the right %s', async (right, path) => {
    authentik.configureToken(key, { rights: readingRights.filter((known) => known !== right) });
    await save();
    expect(await openlane.checkHealth()).toBe('needs-attention');
    expect(openlane.lastLoginError()).toContain(path);
    expect(openlane.lastLoginError()).toContain('You do not have permission');
  });

  test('reads no groups where their sync is switched off', async () => {
    authentik.configureToken(key, { rights: ['view_system_info', 'view_user'] });
    await save({ userInput: { ...answers, disableGroupSync: true } });
    expect(await openlane.checkHealth()).toBe('healthy');
  });

  test('has the token in none of its words, not even one that cannot be sent', async () => {
    for (const odd of [clientSecret, 'test-token\nof-nobody', 'test-tökén-✓']) {
      await save({ body: { ...filled, token: odd } });
      expect(await openlane.checkHealth()).toBe('needs-attention');
      expect(openlane.lastLoginError()).not.toContain(odd.slice(0, 10));
    }
  });

  test('can end without a result', async () => {
    await restart({ installed, checks: 'unknown' });
    expect(await openlane.checkHealth()).toBe('unknown');
  });
});

describe('the newest back end', () => {
  beforeEach(() => restart({ backEnd: 'joins' }));

  test.each([`${base}/`, 'authentik.company', base])('takes %s for the same address', async (baseUrl) => {
    await save({ body: { ...filled, baseUrl } });
    expect(await openlane.checkHealth()).toBe('healthy');
  });

  test('reads the default brand too', async () => {
    authentik.configureToken(key, { rights: readingRights.filter((right) => right !== 'view_brand') });
    await save();
    expect(await openlane.checkHealth()).toBe('needs-attention');
    expect(openlane.lastLoginError()).toContain('/api/v3/core/brands/');
  });
});

describe('a back end that checks before it saves', () => {
  beforeEach(() => restart({ saving: 'checked' }));

  test('connects with the right token', async () => {
    expect((await save()).status).toBe(200);
    expect(openlane.stored().base_url).toBe(base);
  });

  test('refuses a client’s secret and keeps nothing', async () => {
    const { status, answer } = await save({ body: { ...filled, token: clientSecret } });
    expect(status).toBe(400);
    expect(answer).toEqual({ error: 'validation failed: authentik: health check failed' });
    expect(openlane.stored().base_url).toBeNull();
    expect(openlane.health()).toBeNull();
    expect(openlane.lastLoginError()).toContain('Token invalid/expired');
    expect(openlane.writes).toHaveLength(1);
  });
});

describe('what is kept', () => {
  test('nothing before the first Save, then every value to the letter', async () => {
    expect(new Set(Object.values(openlane.stored()))).toEqual(new Set([null]));
    const userInput = { primaryDirectory: true, disableGroupSync: true, filterExpr: "payload.type == 'internal'" };
    await save({ body: { baseUrl: `${base}/`, token: key }, userInput });
    expect(openlane.stored()).toEqual({
      base_url: `${base}/`,
      api_token: key,
      primary_directory: true,
      disable_group_sync: true,
      filter: "payload.type == 'internal'",
    });
    expect(openlane.writes).toMatchObject([{ method: 'POST', path: '/api/integrations/config' }]);
  });

  test('the settings of the sync, where they are asked for there', async () => {
    const settings = { disableGroupSync: true, filterExpr: 'true' };
    await save({ userInput: { primaryDirectory: false }, operationConfig: { DirectorySync: settings } });
    expect(openlane.stored()).toMatchObject({ disable_group_sync: true, filter: 'true', primary_directory: false });
  });

  test.each([
    [{ baseUrl: base }, 'credential invalid: token'],
    [{ baseUrl: ' ', token: key }, 'credential invalid: baseUrl'],
    [{}, 'credential invalid: baseUrl, token'],
  ])('a Save of %o is counted and refused', async (body, error) => {
    expect(await save({ body })).toEqual({ status: 400, answer: { error } });
    expect(openlane.stored().api_token).toBeNull();
    expect(openlane.writes).toHaveLength(1);
  });

  test('nothing for an unknown definition, an inactive provider, an unknown instance', async () => {
    expect((await save({ definitionId: 'def_nothing' })).answer).toEqual({ error: 'invalid provider' });
    expect((await save({ installationId: 'nothing' })).status).toBe(404);
    await restart({ page: { provider: 'inactive' } });
    expect((await save()).answer).toEqual({ error: 'provider is disabled' });
    expect(openlane.stored().base_url).toBeNull();
  });

  test('an instance’s parts change one by one', async () => {
    const { answer } = await save();
    const installationId = answer.integrationId;
    await save({ installationId, body: {}, userInput: { primaryDirectory: true, disableGroupSync: false } });
    expect(openlane.stored()).toMatchObject({ primary_directory: true, api_token: key });
    await save({ installationId, body: { ...filled, token: 'test-token-2' }, userInput: {} });
    expect(openlane.stored()).toMatchObject({ primary_directory: true, api_token: 'test-token-2' });
  });

  test('a neighbour’s instance is none of Authentik’s', async () => {
    await save({ definitionId: definitionIds.zitadel, credentialRef: 'zitadel_personal_access_token' });
    expect(openlane.stored().base_url).toBeNull();
    expect(openlane.writes).toHaveLength(1);
  });

  test('the console is told the base URL, never the token', async () => {
    await save();
    const text = JSON.stringify(await readApi('/api/integrations/installed'));
    expect(text).toContain(`"default":"${base}"`);
    expect(text).not.toContain(key);
  });

  test('a check and a press are no writes; any other writing request is recorded', async () => {
    const { answer } = await save();
    const { integrationId } = answer;
    expect((await post('/api/integrations/health', { integrationId })).answer.status).toBe('ok');
    await post('/api/presses', { name: 'healthCheck' });
    await post('/api/elsewhere', { a: 1 });
    expect(openlane.presses()).toMatchObject({ healthCheck: 1, save: 0, submit: 0 });
    expect(openlane.writes.map(({ path }) => path)).toEqual(['/api/integrations/config', '/api/elsewhere']);
  });

  test('tampering needs an instance and a known key', async () => {
    expect(() => openlane.tamper('base_url', base)).toThrow('no Authentik connected');
    await save();
    expect(() => openlane.tamper('issuer', base)).toThrow('stores no "issuer"');
  });
});

describe('the health answer', () => {
  const ask = async (query = '') => {
    const { answer } = await save({ body: { ...filled, token: clientSecret } });
    return post(`/api/integrations/health${query}`, { integrationId: answer.integrationId });
  };

  test('is an error to the older console', async () => {
    expect(await ask()).toEqual({ status: 400, answer: { error: 'provider health check failed' } });
  });

  test('is an outcome to the newest, in the back end’s words', async () => {
    expect(await ask('?badge=status')).toMatchObject({
      status: 200,
      answer: { status: 'ERRORED', connection: { healthy: false, reason: 'authentik: health check failed' } },
    });
  });
});

describe('the pages', () => {
  const names = async (query: string) => {
    const { providers } = await readApi(`/api/integrations/providers${query}`);
    const provider = providers.find(({ displayName }: { displayName: string }) => displayName === 'Authentik');
    const fields = Object.values(provider.userInput.$defs).flatMap((node) => Object.keys(Object(node).properties));
    return { id: provider.id, active: provider.active, fields, operations: provider.operations.length };
  };

  test('ask for the three options in either order, for one, or for settings of the sync', async () => {
    const { authentik: id } = definitionIds;
    const three = ['primaryDirectory', 'disableGroupSync', 'filterExpr'];
    expect(await names('')).toEqual({ id, active: true, fields: three, operations: 0 });
    expect((await names('?options=group-first')).fields).toEqual([three[1], three[0], three[2]]);
    expect((await names('?options=primary-only')).fields).toEqual([three[0]]);
    expect(await names('?options=operation-settings')).toMatchObject({ fields: [three[0]], operations: 1 });
  });

  test('have their variants: another id, an inactive provider, a reader without rights', async () => {
    expect((await names('?definition=other-id')).id).toBe(definitionIds.authentikElsewhere);
    expect((await names('?provider=inactive')).active).toBe(false);
    expect((await readApi('/api/permissions')).roles).toContain('can_edit');
    expect((await readApi('/api/permissions?role=read-only')).roles).not.toContain('can_edit');
  });

  test('take their options from the address, and ignore what they do not know', async () => {
    const { data, html } = await pageData(`${openlane.settingsUrl}?labels=labelledby&delay=20&prompt=never`);
    expect(data.options).toMatchObject({ labels: 'labelledby', delay: 20, prompt: 'on' });
    expect(html).toMatch(/<title>Stand-in for Openlane \(not Openlane\).* Integration<\/title>/);
  });

  test('are rendered in the browser, 300 to 800 ms late', async () => {
    const { data, html } = await pageData(openlane.settingsUrl);
    expect(data.options.delay).toBeGreaterThanOrEqual(300);
    expect(data.options.delay).toBeLessThanOrEqual(800);
    expect(html).not.toContain('integration-config');
  });

  test('have moved for good from the old path, and lived there before', async () => {
    const old = `/organization-settings/integrations/${definitionIds.authentik}`;
    const moved = await server.backchannel(`${origin}${old}?delay=5`);
    expect(moved.status).toBe(308);
    expect(moved.headers.get('location')).toBe(`/automation/integrations/${definitionIds.authentik}?delay=5`);
    await restart({ page: { path: 'organization-settings' } });
    expect(openlane.settingsUrl).toBe(origin + old);
    expect((await pageData(openlane.settingsUrl)).data.home).toBe('/organization-settings/integrations');
    expect((await server.backchannel(`${origin}/automation/integrations`)).status).toBe(404);
  });

  test('allow no script of theirs in the page', async () => {
    const { policy } = await pageData(openlane.settingsUrl);
    expect(policy).toContain("script-src 'self';");
  });

  test('serve one script with React in it, one style sheet, and no other file', async () => {
    const script = await server.backchannel(`${origin}/app/console.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toContain('integration-config-');
    const others = ['/app/console.css', '/app/main.jsx', '/app/../openlane.ts'];
    const statuses = others.map(async (path) => (await server.backchannel(origin + path)).status);
    expect(await Promise.all(statuses)).toEqual([200, 404, 404]);
  });

  test('can stand under a look-alike host', async () => {
    await restart({ moreHosts: ['openlane.company.example'] });
    const response = await server.backchannel('https://openlane.company.example/automation/integrations');
    expect(response.status).toBe(200);
  });
});
