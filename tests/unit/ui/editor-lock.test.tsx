/** What a lock does to a form that is being typed in: the secret goes, everything else comes back. */
import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ProfileDraft } from '@/profiles/schema';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { OptionsState } from '@/ui/options/options-state';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { enter } from './enter';
import { background, fails, find, gives, has, press, reset } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const secret = 'test-secret-typed';
const warning = '[data-message="clientSecretTaken"]';
const input = (name: string): HTMLInputElement => find<HTMLInputElement>(`[name="${name}"]`);
const screens = { options: <OptionsScreen appNames={new Map()} />, popup: <PopupScreen /> };

beforeEach(() => {
  reset();
  background.answers['vault.lock'] = gives({ state: 'locked' as const });
  background.answers['vault.unlock'] = gives({ state: 'unlocked' as const });
});
afterEach(cleanup);

async function typeInForm(screen: keyof typeof screens, profileId?: string): Promise<void> {
  render(screens[screen]);
  await waitFor(() => find('[data-profile-id] button'));
  if (profileId === undefined) press('add-profile');
  else {
    find(`[data-profile-id="${profileId}"] button`).click();
    await waitFor(() => press('edit-profile'));
  }
  await waitFor(() => find('[data-screen="edit"]'));
  await userEvent.type(input('name'), 'Typed');
  await enter(input('clientSecret'), secret);
}

async function unlock(): Promise<void> {
  await waitFor(() => find('[data-screen="locked"]'));
  await enter(input('passphrase'), 'passphrase for tests{Enter}');
  await waitFor(() => find('[data-screen="edit"]'));
}

it.each([
  ['options', undefined],
  ['options', 'p1'],
  ['popup', undefined],
  ['popup', 'p1'],
] as const)('takes the secret out of the form of %s (profile %s), and says so when it is back', async (screen, id) => {
  await typeInForm(screen, id);
  const field = input('clientSecret');
  press('lock');
  await waitFor(() => find('[data-screen="locked"]'));
  expect(field.value).toBe('');
  background.calls = [];
  await unlock();
  expect(input('name').value).toContain('Typed');
  expect(input('clientSecret').value).toBe('');
  expect(input('clientSecret').getAttribute('aria-describedby')).toContain(find(warning).id);
  expect(find(warning).textContent).toContain('Enter the client secret again');
  expect(background.sent('draft.write')).toMatchObject([{ draft: { name: input('name').value, clientSecret: '' } }]);
  expect(JSON.stringify(background.calls)).not.toContain(secret);
  await userEvent.type(input('clientSecret'), 'x');
  await waitFor(() => expect(has(warning)).toBe(false));
});

it('takes a typed token like a secret, each with words of its own', async () => {
  await typeInForm('options');
  find('[name="kind"][value="api-token"]').click();
  await enter(input('apiToken'), 'test-token-typed');
  const field = input('apiToken');
  press('lock');
  expect(JSON.stringify(background.sent('draft.write').at(-1))).toContain('test-token-typed');
  await waitFor(() => find('[data-screen="locked"]'));
  expect(field.value).toBe('');
  background.calls = [];
  await unlock();
  expect(input('kind').form?.elements.namedItem('kind')).toMatchObject({ value: 'api-token' });
  expect([input('apiToken').value, input('clientSecret').value]).toEqual(['', '']);
  expect(find('[data-message="apiTokenTaken"]').textContent).toContain('Enter the API token again');
  expect(JSON.stringify(background.calls)).not.toMatch(/test-token-typed|test-secret-typed/);
  await userEvent.type(input('apiToken'), 'x');
  await waitFor(() => expect(has('[data-message="apiTokenTaken"]')).toBe(false));
  expect(has(warning)).toBe(true);
});

it('says nothing about a secret when none was typed', async () => {
  await typeInForm('options');
  await userEvent.clear(input('clientSecret'));
  press('lock');
  await unlock();
  expect(input('name').value).toBe('Typed');
  expect(has(warning)).toBe(false);
});

it('says nothing in the form of another profile', async () => {
  await typeInForm('options', 'p1');
  press('lock');
  await unlock();
  press('add-profile');
  await waitFor(() => expect(input('name').value).toBe(''));
  expect(has(warning)).toBe(false);
});

it('hears of a lock in another window at once', async () => {
  await typeInForm('options');
  const field = input('clientSecret');
  background.answers['vault.status'] = gives({ state: 'locked' as const });
  await fakeBrowser.runtime.onMessage.trigger({ type: 'tab.locked' }, { id: fakeBrowser.runtime.id }, vi.fn());
  await waitFor(() => find('[data-screen="locked"]'));
  expect(field.value).toBe('');
});

it.each([
  ['a check', 'profile.check'],
  ['a save', 'profile.save'],
] as const)('locks when %s meets a locked vault', async (_name, type) => {
  background.answers[type] = fails('vault-locked');
  await typeInForm('options');
  if (type === 'profile.save') press('save-profile');
  await unlock();
  expect(input('name').value).toBe('Typed');
  expect(has(warning)).toBe(true);
});

it('does not keep the secret of a restored form in the screen’s state either', async () => {
  const draft: ProfileDraft = {
    kind: 'oidc-client',
    name: 'Half typed',
    address: '',
    instanceName: '',
    issuerMode: 'per_provider',
    slug: '',
    clientId: '',
    clientSecret: secret,
    apiToken: '',
    scopes: 'openid',
    redirectUris: '',
  };
  background.answers['draft.read'] = gives({ drafts: [{ key: 'form-1', draft }] });
  const state = new OptionsState();
  await state.start('');
  expect(JSON.stringify(state)).toContain(secret);
  await state.desk.lock();
  expect(JSON.stringify(state)).not.toContain(secret);
});
