/** The section "Security": when Latchkey locks, another passphrase, a new beginning. */
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { enter } from './enter';
import { background, fails, find, gives, has, press, reset } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(() => {
  reset();
  background.answers['vault.readAutoLock'] = gives({ minutes: 15 as const, onSystemLock: true });
});
afterEach(cleanup);

const input = (name: string): HTMLInputElement => find<HTMLInputElement>(`[name="${name}"]`);
const choice = (value: string): HTMLInputElement => find<HTMLInputElement>(`[name="minutes"][value="${value}"]`);

async function openSecurity(): Promise<void> {
  render(<OptionsScreen appNames={new Map()} />);
  await waitFor(() => find('[data-action="show-security"]'));
  press('show-security');
  await waitFor(() => find('[name="minutes"]'));
}

describe('the time without use', () => {
  it('shows the setting, and keeps each change at once', async () => {
    background.answers['vault.changeAutoLock'] = gives(null);
    await openSecurity();
    expect(find('[data-screen]').dataset.screen).toBe('security');
    expect([choice('15').checked, input('onSystemLock').checked]).toEqual([true, true]);
    choice('never').click();
    await waitFor(() => expect(document.body.textContent).toContain('It holds from now on.'));
    input('onSystemLock').click();
    await waitFor(() => expect(background.sent('vault.changeAutoLock')).toHaveLength(2));
    expect(background.sent('vault.changeAutoLock')).toEqual([
      { minutes: null, onSystemLock: true },
      { minutes: null, onSystemLock: false },
    ]);
  });

  it('goes back to what is kept when the change was not', async () => {
    background.answers['vault.changeAutoLock'] = fails('storage-full');
    await openSecurity();
    choice('1').click();
    await waitFor(() => find('[data-notice="storage-full"]'));
    expect([choice('1').checked, choice('15').checked]).toEqual([false, true]);
  });

  it('is all there is of locks where no secrets are kept', async () => {
    background.answers['vault.status'] = gives({ state: 'open' as const });
    await openSecurity();
    expect(has('[name="current"]')).toBe(false);
    expect(document.body.textContent).toContain('Latchkey keeps no secrets here');
  });
});

describe('another passphrase', () => {
  async function type(current: string, next: string, again = next): Promise<void> {
    await enter(input('current'), current);
    await enter(input('passphrase'), next);
    await enter(input('again'), again);
    press('change-passphrase');
  }

  it('is changed, and the form is empty again', async () => {
    background.answers['vault.changePassphrase'] = gives(null);
    await openSecurity();
    await type('passphrase for tests', 'another one for tests');
    await waitFor(() => expect(document.body.textContent).toContain('The passphrase was changed.'));
    expect(background.sent('vault.changePassphrase')).toEqual([
      { current: 'passphrase for tests', next: 'another one for tests' },
    ]);
    expect(['current', 'passphrase', 'again'].map((name) => input(name).value)).toEqual(['', '', '']);
    expect(has('[data-strength]')).toBe(false);
  });

  it('says that the current one is wrong, and loses nothing that was typed', async () => {
    background.answers['vault.changePassphrase'] = fails('wrong-passphrase');
    await openSecurity();
    await type('wrong one for tests', 'another one for tests');
    await waitFor(() => find('[data-message="wrongPassphrase"]'));
    expect(input('current').getAttribute('aria-invalid')).toBe('true');
    expect(input('passphrase').value).toBe('another one for tests');
    expect(input('again').value).toBe('another one for tests');
  });

  it.each([
    ['too short', 'short', 'short', 'passphraseShort', 'passphrase'],
    ['repeated wrongly', 'another one for tests', 'another one', 'passphraseDiffers', 'again'],
  ])('is not sent when it is %s', async (_why, next, again, message, field) => {
    await openSecurity();
    await type('passphrase for tests', next, again);
    await waitFor(() => find(`[data-message="${message}"]`));
    expect(document.activeElement).toBe(input(field));
    expect(background.sent('vault.changePassphrase')).toEqual([]);
  });

  it('a lock meanwhile leads to the unlock form', async () => {
    background.answers['vault.changePassphrase'] = fails('vault-locked');
    await openSecurity();
    await type('passphrase for tests', 'another one for tests');
    await waitFor(() => find('[data-screen="locked"]'));
  });
});

it('a reset from here leads to the first run', async () => {
  background.answers['vault.reset'] = gives({ state: 'none' as const });
  await openSecurity();
  await enter(input('word'), 'reset');
  press('reset-vault');
  await waitFor(() => find('[data-screen="welcome"]'));
});
