import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportPreview } from '@/messaging/transfer';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { enter } from './enter';
import { background, fails, find, gives, has, press, reset } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const blobs: Blob[] = [];
const links: HTMLAnchorElement[] = [];

beforeEach(() => {
  reset();
  blobs.length = 0;
  links.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:test';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const passphrase = 'passphrase for tests';
const filePassphrase = 'passphrase of a file';

async function openTransfer(): Promise<void> {
  render(<OptionsScreen appNames={new Map([['portainer', 'Portainer CE']])} />);
  await waitFor(() => find('[data-screen="profiles"]'));
  press('show-transfer');
  await waitFor(() => find('[data-screen="transfer"]'));
}

const input = (name: string): HTMLInputElement => find<HTMLInputElement>(`[name="${name}"]`);
const words = (): string => document.body.textContent ?? '';
const focused = (): string | undefined => (document.activeElement as HTMLInputElement | null)?.name;

describe('export', () => {
  const made = { name: 'latchkey-2026-11-22.json', text: '{"latchkey":"export"}\n', profiles: 2, damaged: 0 };

  async function fillIn(typed: { passphrase?: string; again?: string; vaultPassphrase?: string }): Promise<void> {
    for (const [name, text] of Object.entries(typed)) await enter(input(name), text);
    press('export');
  }

  it('asks for three passphrases, each with its own words when it is wrong', async () => {
    await openTransfer();
    await fillIn({ passphrase: 'eleven char' });
    await waitFor(() => find('[data-message="passphraseShort"]'));
    expect(has('[data-message="passphraseMissing"]')).toBe(true);
    expect(focused()).toBe('passphrase');
    await fillIn({ passphrase: '!', again: 'another one', vaultPassphrase: passphrase });
    await waitFor(() => find('[data-message="passphraseDiffers"]'));
    expect(background.sent('export.make')).toEqual([]);
    expect(input('vaultPassphrase').getAttribute('autocomplete')).toBe('current-password');
  });

  it('hands the file to the browser, says what is in it, and keeps nothing that was typed', async () => {
    background.answers['export.make'] = gives(made);
    await openTransfer();
    await fillIn({ passphrase: filePassphrase, again: filePassphrase, vaultPassphrase: passphrase });
    await waitFor(() => find('[data-notice="exported"]'));
    expect(background.sent('export.make')).toEqual([{ mode: 'encrypted', passphrase, filePassphrase }]);
    expect(links.map(({ download, href }) => [download, href])).toEqual([[made.name, 'blob:test']]);
    expect(await blobs[0]?.text()).toBe(made.text);
    expect(has('[data-notice="damaged"]')).toBe(false);
    press('export-again');
    await waitFor(() => find('[data-action="export"]'));
    expect(['passphrase', 'again', 'vaultPassphrase'].map((name) => input(name).value)).toEqual(['', '', '']);
  });

  it('asks for no file passphrase for a readable file, and says what could not be read', async () => {
    background.answers['export.make'] = gives({ ...made, damaged: 1 });
    await openTransfer();
    find('[name="exportMode"][value="plain"]').click();
    await waitFor(() => expect(has('[name="again"]')).toBe(false));
    await fillIn({ vaultPassphrase: passphrase });
    await waitFor(() => find('[data-notice="damaged"]'));
    expect(background.sent('export.make')).toEqual([{ mode: 'plain', passphrase }]);
  });

  it('asks for no passphrase of a vault that has none', async () => {
    background.answers['vault.status'] = gives({ state: 'open' as const });
    background.answers['export.make'] = gives(made);
    await openTransfer();
    expect(has('[name="vaultPassphrase"]')).toBe(false);
    find('[name="exportMode"][value="plain"]').click();
    await waitFor(() => expect(has('[name="again"]')).toBe(false));
    press('export');
    await waitFor(() => find('[data-notice="exported"]'));
    expect(background.sent('export.make')).toEqual([{ mode: 'plain', passphrase: '' }]);
  });

  it.each([
    ['wrong-passphrase', '[data-message="wrongPassphrase"]', 'vaultPassphrase'],
    ['passphrase-reused', '[data-message="passphraseReused"]', 'passphrase'],
    ['file-too-large', '[data-notice="file-too-large"]', ''],
  ] as const)('says why nothing was exported: %s', async (kind, selector, field) => {
    background.answers['export.make'] = fails(kind);
    await openTransfer();
    await fillIn({ passphrase: filePassphrase, again: filePassphrase, vaultPassphrase: passphrase });
    const said = await waitFor(() => find(selector));
    expect(field === '' || input(field).getAttribute('aria-describedby')?.includes(said.id)).toBe(true);
    expect(input('passphrase').value).toBe(filePassphrase);
    expect(links).toEqual([]);
  });
});

describe('import', () => {
  const shown: ImportPreview = {
    digest: 'digest-of-a-test',
    mode: 'encrypted',
    secretsNotKept: 0,
    profiles: [
      {
        id: 'f1',
        kind: 'oidc-client',
        name: 'Files',
        slug: 'files',
        baseUrl: 'https://authentik.company',
        state: 'new',
        hasSecret: true,
      },
      {
        id: 'f2',
        kind: 'oidc-client',
        name: 'Portainer renamed',
        slug: 'portainer',
        baseUrl: 'https://authentik.company',
        state: 'changed',
        here: { id: 'p1', name: 'Portainer' },
        changes: [
          { field: 'name', now: 'Portainer', next: 'Portainer renamed' },
          { field: 'redirectUris', now: '', next: 'https://a.company/\nhttps://b.company/' },
          { field: 'issuerMode', now: 'per_provider', next: 'global' },
          { field: 'clientSecret', isFirst: false },
        ],
      },
      { id: 'f3', kind: 'api-token', name: 'Staff', state: 'same', here: { id: 'p9', name: 'Directory' }, changes: [] },
      { id: 'f4', kind: 'oidc-client', name: 'Broken', slug: 'b', state: 'left-out', why: 'unsound' },
    ],
    sites: [
      {
        id: 's1',
        origin: 'https://files.company',
        basePath: '/sub/',
        app: 'portainer',
        profile: 'Files',
        state: 'new',
      },
      {
        id: 's2',
        origin: 'https://evil.test',
        basePath: '/',
        app: 'other',
        profile: 'Portainer renamed',
        state: 'left-out',
        why: 'known-profile',
      },
    ],
    callbacks: [
      { id: 'c1', url: 'https://files.company/cb', app: 'portainer', origin: 'https://files.company', state: 'new' },
    ],
  };

  async function choose(text: string, name = 'export.json'): Promise<void> {
    await userEvent.upload(input('importFile'), new File([text], name, { type: 'application/json' }));
  }

  const group = (name: string): string => find(`[data-group="${name}"]`).textContent ?? '';

  it('asks for the passphrase of an encrypted file, and says when it is wrong', async () => {
    background.answers['import.preview'] = ({ passphrase: typed }) => {
      if (typed === '') return gives({ needs: 'passphrase' as const })();
      return typed === filePassphrase ? gives(shown)() : fails('wrong-file-passphrase')();
    };
    await openTransfer();
    await choose('the text');
    await waitFor(() => input('filePassphrase'));
    expect(words()).toContain('Passphrase of the file export.json');
    await enter(input('filePassphrase'), 'wrong{Enter}');
    const said = await waitFor(() => find('[data-message="wrongFilePassphrase"]'));
    expect(input('filePassphrase').getAttribute('aria-describedby')).toContain(said.id);
    await userEvent.clear(input('filePassphrase'));
    await enter(input('filePassphrase'), `${filePassphrase}{Enter}`);
    await waitFor(() => find('[data-group="new-profiles"]'));
    expect(background.sent('import.preview').map((sent) => sent.passphrase)).toEqual(['', 'wrong', filePassphrase]);
    expect(background.sent('import.preview').every((sent) => sent.text === 'the text')).toBe(true);
    expect(has('[name="filePassphrase"]')).toBe(false);
  });

  it('shows what is new, what would change, what is here, and what is not taken and why', async () => {
    background.answers['import.preview'] = gives(shown);
    await openTransfer();
    await choose('text');
    await waitFor(() => find('[data-group="new-profiles"]'));
    expect(group('new-profiles')).toMatch(/Files.*authentik\.company · files · with its secret/);
    expect(group('changed-profiles')).toMatch(/Replace “Portainer”/);
    const changes = [...document.querySelectorAll('[data-field]')].map((change) => change.textContent);
    expect(changes).toEqual([
      'Profile namePortainer → Portainer renamed',
      'Known redirect URIsempty → https://a.company/, https://b.company/',
      'Issuer modeEach provider has its own issuer → One issuer for all providers',
      'Client secretchanges (not shown)',
    ]);
    expect(group('same-profiles')).toMatch(/Staff.*here it is called “Directory”/);
    expect(group('left-out-profiles')).toMatch(/Broken.*its form would refuse/);
    expect(group('new-sites')).toMatch(/files\.company\/sub\/.*Portainer CE · Files/);
    expect(group('left-out-sites')).toMatch(/evil\.test.*“Use on this site”/);
    expect(group('new-callbacks')).toContain('https://files.company/cb');
  });

  it('replaces only what is ticked, and says what came of it', async () => {
    background.answers['import.preview'] = gives(shown);
    background.answers['import.apply'] = ({ replace }) =>
      gives({ added: 1, replaced: replace.length, sites: 1, callbacks: 1 })();
    await openTransfer();
    await choose('text');
    await waitFor(() => input('replace'));
    expect(input('replace').checked).toBe(false);
    input('replace').click();
    await waitFor(() => expect(input('replace').checked).toBe(true));
    press('apply-import');
    const said = await waitFor(() => find('[data-notice="imported"]'));
    expect(background.sent('import.apply')).toEqual([{ digest: shown.digest, replace: ['p1'] }]);
    expect(said.textContent).toContain('New profiles: 1. Replaced: 1. Sites: 1. Callbacks: 1.');
    expect(background.sent('shelf.read')).toHaveLength(2);
    press('import-again');
    await waitFor(() => input('importFile'));
  });

  it('offers nothing where there is nothing to do, and waits for a tick where that is all', async () => {
    const [, changed, same] = shown.profiles;
    background.answers['import.preview'] = gives({
      ...shown,
      profiles: [same, changed],
      sites: [],
      callbacks: [],
    } as ImportPreview);
    await openTransfer();
    await choose('text');
    await waitFor(() => input('replace'));
    expect(has('[data-action="apply-import"]')).toBe(false);
    expect(words()).toContain('Tick a profile above');
    input('replace').click();
    await waitFor(() => find('[data-action="apply-import"]'));
    press('cancel-import');
    await waitFor(() => input('importFile'));
    expect(background.sent('import.cancel')).toHaveLength(1);
    background.answers['import.preview'] = gives({
      ...shown,
      profiles: [same],
      sites: [],
      callbacks: [],
    } as ImportPreview);
    await choose('text');
    await waitFor(() => expect(words()).toContain('nothing in the file to import'));
    expect(has('[data-action="apply-import"]')).toBe(false);
  });

  it('says that secrets are not kept, or that the file lacks some', async () => {
    background.answers['import.preview'] = gives({ ...shown, secretsNotKept: 2 });
    await openTransfer();
    await choose('text');
    await waitFor(() =>
      expect(find('[data-notice="secrets-not-kept"]').textContent).toContain('Secrets in the file: 2'),
    );
    press('cancel-import');
    await waitFor(() => input('importFile'));
    const bare = { ...shown.profiles[0], hasSecret: false };
    background.answers['import.preview'] = gives({ ...shown, profiles: [bare] } as ImportPreview);
    await choose('text');
    await waitFor(() => find('[data-notice="lacks-secrets"]'));
  });

  it.each([
    'file-not-json',
    'file-foreign',
    'file-newer',
    'file-damaged',
    'file-malformed',
    'file-unsafe',
    'file-duplicate',
    'file-has-secrets',
    'file-kdf-out-of-bounds',
    'file-too-large',
    'storage-failed',
  ] as const)('says what is wrong with a file, and takes the next one: %s', async (kind) => {
    background.answers['import.preview'] = fails(kind);
    await openTransfer();
    await choose('bad');
    await waitFor(() => find(`[data-notice="${kind}"]`));
    background.answers['import.preview'] = gives(shown);
    await choose('good');
    await waitFor(() => find('[data-group="new-profiles"]'));
    expect(has(`[data-notice="${kind}"]`)).toBe(false);
  });

  it('does not even read a file that is too large', async () => {
    await openTransfer();
    await choose(' '.repeat(1_048_577));
    await waitFor(() => find('[data-notice="file-too-large"]'));
    expect(background.sent('import.preview')).toEqual([]);
  });

  it('takes a file that is dropped, wherever on the page, and stays there', async () => {
    background.answers['import.preview'] = gives(shown);
    await openTransfer();
    await waitFor(() => {
      const over = new Event('dragover', { bubbles: true, cancelable: true });
      document.body.dispatchEvent(over);
      expect(over.defaultPrevented).toBe(true);
    });
    await waitFor(() => find('[data-over]'));
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { files: [new File(['dropped'], 'dropped.json')] } });
    document.body.dispatchEvent(drop);
    await waitFor(() => find('[data-group="new-profiles"]'));
    expect(drop.defaultPrevented).toBe(true);
    expect(background.sent('import.preview')).toEqual([{ text: 'dropped', passphrase: '' }]);
    const another = new Event('drop', { bubbles: true, cancelable: true });
    document.body.dispatchEvent(another);
    expect(another.defaultPrevented, 'a second file beside the open preview').toBe(true);
    expect(background.sent('import.preview')).toHaveLength(1);
  });

  it('begins anew when the vault has changed, and keeps the preview when the storage is full', async () => {
    background.answers['import.preview'] = gives(shown);
    background.answers['import.apply'] = fails('storage-full');
    await openTransfer();
    await choose('text');
    await waitFor(() => find('[data-action="apply-import"]'));
    input('replace').click();
    press('apply-import');
    await waitFor(() => find('[data-notice="storage-full"]'));
    expect(input('replace').checked).toBe(true);
    background.answers['import.apply'] = fails('import-stale');
    press('apply-import');
    await waitFor(() => find('[data-notice="import-stale"]'));
    expect(has('[name="importFile"]')).toBe(true);
  });

  it('keeps its place while another section is looked at, and forgets it with a lock', async () => {
    background.answers['import.preview'] = gives(shown);
    background.answers['vault.lock'] = gives({ state: 'locked' as const });
    background.answers['vault.unlock'] = gives({ state: 'unlocked' as const });
    await openTransfer();
    await choose('text');
    await waitFor(() => find('[data-group="new-profiles"]'));
    press('show-profiles');
    await waitFor(() => find('[data-screen="profiles"]'));
    press('show-transfer');
    await waitFor(() => find('[data-group="new-profiles"]'));
    press('lock');
    await waitFor(() => find('[data-screen="locked"]'));
    await enter(input('passphrase'), `${passphrase}{Enter}`);
    await waitFor(() => input('importFile'));
  });
});
