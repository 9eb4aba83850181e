/** One well-formed message of every type the background answers. */
import type { Incoming } from '@/messaging/schemas';
import type { ProfileDraft } from '@/profiles/schema';
import { authentikSamples } from './authentik-samples';

const draft: ProfileDraft = {
  kind: 'oidc-client',
  name: 'Portainer',
  address: 'https://authentik.company',
  instanceName: '',
  issuerMode: 'per_provider',
  slug: 'portainer',
  clientId: 'test-client-id',
  clientSecret: 'TEST-secret-messages-0001',
  apiToken: '',
  scopes: 'openid email profile',
  redirectUris: '',
};

const place = { app: 'portainer', form: 'custom', basePath: '/' };

export const screenSamples = {
  'vault.status': undefined,
  'vault.create': { mode: 'encrypted', passphrase: 'test passphrase' },
  'vault.unlock': { passphrase: 'test passphrase' },
  'vault.lock': undefined,
  'vault.changePassphrase': { current: 'test passphrase', next: 'another test passphrase' },
  'vault.reset': undefined,
  'vault.readAutoLock': undefined,
  'vault.changeAutoLock': { minutes: 5, onSystemLock: false },
  'vault.damage': undefined,
  'vault.goOn': undefined,
  'shelf.read': undefined,
  'profile.check': draft,
  'profile.save': { ...draft, kind: 'api-token', apiToken: 'TEST-token-messages-0001', id: 'profile-1' },
  'profile.duplicate': { id: 'profile-1' },
  'profile.remove': { id: 'profile-1' },
  'profile.undo': undefined,
  'profile.values': { id: 'profile-1' },
  'profile.reveal': { id: 'profile-1', passphrase: 'test passphrase' },
  'export.make': { mode: 'encrypted', passphrase: 'test passphrase', filePassphrase: 'test passphrase of a file' },
  'import.preview': { text: '{}', passphrase: 'test passphrase of a file' },
  'import.apply': { digest: 'digest-1', replace: ['profile-1'] },
  'import.cancel': undefined,
  'callback.remove': { id: 'callback-1' },
  'secret.wanted': undefined,
  'secret.keep': { profileId: 'profile-1', secret: 'TEST-secret-messages-0002' },
  'secret.skip': undefined,
  'secret.forget': { profileId: 'profile-1' },
  'draft.write': { window: 'window-1', key: 'form-1', draft },
  'draft.read': { window: 'window-1' },
  'draft.forget': { key: 'form-1' },
  'tab.look': { tabId: 7 },
  'site.bind': { tabId: 7, profileId: 'profile-1', typedHost: 'portainer.company' },
  'site.unbind': { bindingId: 'binding-1' },
  'site.acknowledge': { tabId: 7 },
  'focused.fill': { tabId: 7, profileId: 'profile-1', name: 'scopes_comma' },
} satisfies Partial<Samples>;

export const pageSamples = {
  'page.state': {
    ...place,
    callbacks: [
      { url: 'https://portainer.company/', how: 'computed' },
      { url: 'https://portainer.company/out', how: 'fixed', matching: 'regex', kind: 'logout' },
    ],
    filled: {
      consent: 'consent-1',
      fields: [
        { key: 'client_id', outcome: 'filled' },
        { key: 'api_token', outcome: 'left-for-you', because: 'no-secret' },
      ],
    },
  },
  'page.plan': { ...place, withoutSecret: true },
  'page.fill': { consent: 'consent-1', fields: ['client_secret'], choices: { identifier: 'email' } },
  'page.press': { bare: false, refused: 'covered' },
  'page.unlock': place,
  'page.task': { ...place, task: 'register' },
} satisfies Partial<Samples>;

type Samples = { [K in keyof Incoming]: Parameters<Incoming[K]>[0] };

export const samples: Samples = { ...screenSamples, ...authentikSamples, ...pageSamples };
