import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { background, binding, card, espo, find, gives, has, portainer, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(cleanup);

const other = { ...binding, id: 'b2', origin: 'https://other.company:8443', basePath: '/portainer/' };
const bindings = [binding, other, { ...binding, id: 'b3', origin: 'https://third.company' }];
const needy = shelf({ bindings, needsSecret: ['b1', 'b2'] });
const appNames = new Map([['portainer', 'Portainer']]);

const stateOf = (id: string): string => find(`[data-binding-id="${id}"]`).textContent ?? '';
const links = (within: string): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(`${within} a[data-site]`)].map(({ href }) => href);

it('marks the sites that need the new secret, counts them, and links to each site', async () => {
  background.answers['shelf.read'] = gives(needy);
  render(<OptionsScreen appNames={appNames} />);
  await waitFor(() => find('[data-action="show-sites"]'));
  press('show-sites');
  await waitFor(() => find('[data-binding-id="b1"]'));
  expect(find('[data-notice="needs-secret"]').textContent).toContain('2 sites need the new secret');
  expect(stateOf('b1')).toContain('Needs the new secret');
  expect(stateOf('b2')).toContain('Needs the new secret');
  expect(stateOf('b3')).toContain('filled');
  expect(links('tbody')).toContain('https://other.company:8443/portainer/');
  expect(find('a[data-site]').getAttribute('rel')).toBe('noopener noreferrer');
});

it('lists them with the profile, and not with another one', async () => {
  background.answers['shelf.read'] = gives(needy);
  render(<OptionsScreen appNames={appNames} />);
  await waitFor(() => find(`[data-profile-id="${portainer.id}"]`));
  find(`li[data-profile-id="${portainer.id}"] button`).click();
  await waitFor(() => find('[data-notice="needs-secret"]'));
  expect(links('[data-notice="needs-secret"]')).toEqual([
    'https://portainer.company/',
    'https://other.company:8443/portainer/',
  ]);
  find(`li[data-profile-id="${espo.id}"] button`).click();
  await waitFor(() => expect(has('[data-notice="needs-secret"]')).toBe(false));
});

it.each([
  ['a changed secret', 1, 'These sites need the new secret: portainer.company, other.company:8443/portainer/'],
  ['anything else', 0, ''],
])('says after saving %s which sites are to be filled again', async (_name, secretRevision, words) => {
  background.answers['profile.save'] = () => {
    background.answers['shelf.read'] = gives(needy);
    return gives({ profile: { ...portainer, secretRevision } })();
  };
  render(<OptionsScreen appNames={appNames} />);
  await waitFor(() => find(`[data-profile-id="${portainer.id}"]`));
  find(`li[data-profile-id="${portainer.id}"] button`).click();
  await waitFor(() => find('[data-action="edit-profile"]'));
  press('edit-profile');
  await waitFor(() => find('[data-action="save-profile"]'));
  press('save-profile');
  await waitFor(() => find('[data-action="close-toast"]'));
  const toast = find('[data-action="close-toast"]').parentElement?.textContent ?? '';
  expect(toast).toContain('“Portainer” was saved.');
  if (words) expect(toast).toContain(words);
  else expect(toast).not.toContain('new secret');
});

it('says so in the popup over such a site', async () => {
  background.answers['shelf.read'] = gives(needy);
  background.answers['tab.look'] = gives(card({ binding }));
  render(<PopupScreen />);
  await waitFor(() => find('[data-notice="outdated"]'));
  expect(find('[data-notice="outdated"]').textContent).toContain('Needs the new secret: Portainer');
});
