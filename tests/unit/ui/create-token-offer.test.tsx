import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { background, candidate, card, directory, find, gives, has, portainer, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const offer = '[data-action="create-in-authentik"]';

beforeEach(reset);
afterEach(cleanup);

async function openPopup(more: Parameters<typeof card>[0]): Promise<void> {
  const looked = card({ app: 'openlane', appName: 'Openlane', form: 'credentials', needs: 'api-token', ...more });
  background.answers['tab.look'] = gives(looked);
  background.answers['shelf.read'] = gives({ ...shelf(), profiles: [portainer, directory] });
  render(<PopupScreen />);
  await waitFor(() => find('[data-card="recognised"]'));
}

it('offers a token where the vault has none, and opens the task for this very tab', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  vi.spyOn(window, 'close').mockReturnValue();
  await openPopup({ candidates: [candidate({ profileId: portainer.id })] });
  press('create-in-authentik');
  await waitFor(() => expect(create).toHaveBeenCalledOnce());
  expect(create.mock.calls[0]?.[0]).toMatchObject({ url: expect.stringMatching(/authentik\.html#create-token=7$/) });
  await waitFor(() => expect(window.close).toHaveBeenCalledOnce());
});

it.each<[string, Parameters<typeof card>[0]]>([
  ['where a token is to be chosen', { candidates: [candidate({ profileId: directory.id })] }],
  ['where the page may not be filled', { candidates: [], transport: 'public-http' }],
])('offers none %s', async (_where, more) => {
  await openPopup(more);
  expect(has(offer)).toBe(false);
});
