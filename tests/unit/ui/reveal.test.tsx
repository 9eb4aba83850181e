import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '@/ui/desk';
import { ProfileDetail } from '@/ui/shelf/ProfileDetail';
import { enter } from './enter';
import { background, directory, fails, find, gives, has, portainer, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const secret = 'TEST-secret-screens-0001';
const passphrase = 'passphrase for tests';

beforeEach(() => {
  reset();
  background.answers['profile.reveal'] = ({ passphrase: typed }) =>
    typed === passphrase ? gives({ secret })() : fails('wrong-passphrase')();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function openProfile(profile = portainer as typeof portainer | typeof directory): Promise<Desk> {
  background.answers['shelf.read'] = gives(shelf({ profiles: [profile] }));
  const desk = new Desk();
  await desk.start();
  render(<ProfileDetail desk={desk} profile={profile} onEdit={() => undefined} onGone={() => undefined} />);
  return desk;
}

async function show(): Promise<void> {
  press('reveal-secret');
  await waitFor(() => find('[name="revealPassphrase"]'));
  await enter(find('[name="revealPassphrase"]'), `${passphrase}{Enter}`);
  await waitFor(() => find('[data-secret="shown"]'));
}

const shown = (): string => find('[data-secret] code').textContent ?? '';
const isAnywhere = (): boolean => document.documentElement.outerHTML.includes(secret);

describe('a secret', () => {
  it('is shown for the passphrase alone, as text and nowhere else', async () => {
    await openProfile();
    expect(find('[data-secret]').textContent).toContain('••••');
    press('reveal-secret');
    await waitFor(() => find('[name="revealPassphrase"]'));
    await enter(find('[name="revealPassphrase"]'), 'wrong{Enter}');
    const said = await waitFor(() => find('[data-message="wrongPassphrase"]'));
    expect(find('[name="revealPassphrase"]').getAttribute('aria-describedby')).toContain(said.id);
    expect(isAnywhere()).toBe(false);
    await userEvent.clear(find('[name="revealPassphrase"]'));
    await enter(find('[name="revealPassphrase"]'), `${passphrase}{Enter}`);
    await waitFor(() => expect(shown()).toBe(secret));
    expect(background.sent('profile.reveal').at(-1)).toEqual({ id: 'p1', passphrase });
    expect(has('[name="revealPassphrase"]')).toBe(false);
    expect(document.documentElement.outerHTML.split(secret)).toHaveLength(2);
  });

  it.each([
    ['a press', () => press('hide-secret')],
    ['a window that is left', () => void window.dispatchEvent(new Event('blur'))],
    ['a page that is left', () => void window.dispatchEvent(new Event('pagehide'))],
  ])('is gone after %s', async (_what, leave) => {
    await openProfile();
    await show();
    leave();
    await waitFor(() => find('[data-secret="hidden"]'));
    expect(isAnywhere()).toBe(false);
  });

  it('is gone after half a minute', async () => {
    await openProfile();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await show();
    await vi.advanceTimersByTimeAsync(28_000);
    expect(shown()).toBe(secret);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(isAnywhere()).toBe(false);
    await waitFor(() => find('[data-secret="hidden"]'));
  });

  it('is gone from the element itself when the profile is closed', async () => {
    await openProfile();
    await show();
    const place = find('[data-secret] code');
    cleanup();
    await waitFor(() => expect(place.textContent).toBe(''));
  });

  it('leads to the unlock form when the vault was locked meanwhile', async () => {
    const desk = await openProfile();
    background.answers['profile.reveal'] = fails('vault-locked');
    press('reveal-secret');
    await waitFor(() => find('[name="revealPassphrase"]'));
    await enter(find('[name="revealPassphrase"]'), `${passphrase}{Enter}`);
    await waitFor(() => expect(desk.vault.value).toBe('locked'));
  });

  it('can be left alone', async () => {
    await openProfile();
    press('reveal-secret');
    await waitFor(() => find('[data-action="cancel-reveal"]'));
    press('cancel-reveal');
    await waitFor(() => find('[data-secret="hidden"]'));
    expect(background.sent('profile.reveal')).toEqual([]);
  });

  it('is called what it is', async () => {
    await openProfile(directory);
    expect(find('[data-secret]').getAttribute('aria-label')).toBe('API token');
  });

  it('is offered only where one is kept', async () => {
    await openProfile({ ...portainer, hasSecret: false });
    expect(has('[data-secret]')).toBe(false);
    cleanup();
    background.answers['vault.status'] = gives({ state: 'open' as const });
    await openProfile();
    expect(has('[data-secret]')).toBe(false);
  });
});
