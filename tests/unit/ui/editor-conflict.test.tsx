/** A form whose profile another window has changed meanwhile: it says so, and the second save goes over that alone. */
import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { enter } from './enter';
import { background, find, gives, portainer, press, reset } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(cleanup);

it('shows what the other window has saved, keeps what was typed, and puts it in its place on request', async () => {
  background.answers['profile.save'] = gives({
    messages: [{ field: 'clientId', level: 'error', code: 'changedElsewhere', substitutions: ['client-of-another'] }],
  });
  render(<OptionsScreen appNames={new Map()} />);
  await waitFor(() => find(`[data-profile-id="${portainer.id}"] button`).click());
  await waitFor(() => find('[data-action="edit-profile"]'));
  press('edit-profile');
  await waitFor(() => find('[name="clientId"]'));
  const clientId = find<HTMLInputElement>('[name="clientId"]');
  await userEvent.clear(clientId);
  await enter(clientId, 'client-of-this-one');
  press('save-profile');
  await waitFor(() => find('[data-message="changedElsewhere"]'));
  expect(find('[data-message="changedElsewhere"]').textContent).toContain('client-of-another');
  expect(document.activeElement).toBe(clientId);
  expect(clientId.value).toBe('client-of-this-one');

  background.answers['profile.save'] = gives({ profile: portainer });
  press('save-profile');
  await waitFor(() => find('[data-screen="profile"]'));
  const [first, second] = background.sent('profile.save');
  expect(first?.from).toMatchObject({ clientId: portainer.clientId, name: portainer.name });
  expect(second?.from).toEqual({ ...first?.from, clientId: 'client-of-another' });
  expect(second?.clientId).toBe('client-of-this-one');
});

it('asks about a secret that another window has saved, shows neither, and replaces it on a second save', async () => {
  background.answers['profile.save'] = gives({
    messages: [{ field: 'clientSecret', level: 'error', code: 'clientSecretElsewhere', secretRevision: 4 }],
  });
  render(<OptionsScreen appNames={new Map()} />);
  await waitFor(() => find(`[data-profile-id="${portainer.id}"] button`).click());
  await waitFor(() => press('edit-profile'));
  await waitFor(() => find('[name="clientSecret"]'));
  const field = find<HTMLInputElement>('[name="clientSecret"]');
  await enter(field, 'test-secret-of-this-one');
  press('save-profile');
  await waitFor(() => find('[data-message="clientSecretElsewhere"]'));
  expect(find('[data-message="clientSecretElsewhere"]').textContent).toContain(
    'empty this field to keep the other one',
  );
  expect(document.activeElement).toBe(field);
  expect(document.body.textContent).not.toContain('test-secret');

  background.answers['profile.save'] = gives({ profile: portainer });
  press('save-profile');
  await waitFor(() => find('[data-screen="profile"]'));
  const [first, second] = background.sent('profile.save');
  expect([first?.from?.secretRevision, second?.from?.secretRevision]).toEqual([0, 4]);
  expect(second?.clientSecret).toBe('test-secret-of-this-one');
});
