import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnlockScreen } from '@/ui/unlock/UnlockScreen';
import { enter } from './enter';
import { background, fails, find, gives, reset } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(cleanup);

it('says that the page waits, unlocks, and closes itself', async () => {
  const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
  background.answers['vault.status'] = gives({ state: 'locked' as const });
  background.answers['vault.unlock'] = ({ passphrase }) =>
    passphrase === 'passphrase for tests' ? gives({ state: 'unlocked' as const })() : fails('wrong-passphrase')();
  render(<UnlockScreen />);
  await waitFor(() => find('[data-screen="locked"]'));
  expect(document.body.textContent).toContain('The page is waiting');
  expect(document.activeElement).toBe(find('[name="passphrase"]'));
  await userEvent.type(find('[name="passphrase"]'), 'wrong{Enter}');
  await waitFor(() => find('[data-message="wrongPassphrase"]'));
  expect(close).not.toHaveBeenCalled();
  await userEvent.clear(find('[name="passphrase"]'));
  await enter(find('[name="passphrase"]'), 'passphrase for tests{Enter}');
  await waitFor(() => find('[data-screen="unlocked"]'));
  expect(close).toHaveBeenCalledOnce();
});

it('has nothing to ask when the vault is open', async () => {
  render(<UnlockScreen />);
  await waitFor(() => find('[data-screen="nothing"]'));
});
