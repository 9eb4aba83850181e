/** One well-formed message of every type about authentik. */
import type { Creation } from '@/authentik/creation';
import type { AuthentikMessages } from '@/messaging/authentik-protocol';

const baseUrl = 'https://authentik.company';
const creation: Creation = {
  name: 'Portainer',
  slug: 'portainer',
  clientType: 'confidential',
  authorizationFlow: 'flow-1',
  invalidationFlow: 'flow-2',
  signingKey: null,
  subjectMode: 'hashed_user_id',
  mappings: ['mapping-1'],
  redirectUris: [{ url: 'https://portainer.company/', matching: 'strict', kind: 'authorization' }],
};

export const authentikSamples: { [K in keyof AuthentikMessages]: Parameters<AuthentikMessages[K]>[0] } = {
  'authentik.list': undefined,
  'authentik.connect': { address: `${baseUrl}/if/admin/`, token: 'TEST-token-messages-0002', job: 'job-1' },
  'authentik.account': { baseUrl, job: 'job-1' },
  'authentik.disconnect': { baseUrl },
  'authentik.open': { baseUrl },
  'authentik.readClients': { baseUrl, job: 'job-1' },
  'authentik.importClients': { digest: 'digest', take: [7], replace: ['profile-1'] },
  'authentik.forgetClients': undefined,
  'authentik.cancel': { job: 'job-1' },
  'authentik.check': { target: { tabId: 7 }, job: 'job-1' },
  'authentik.register': { target: { bindingId: 'site-1' }, job: 'job-1', callback: 'https://portainer.company/' },
  'authentik.unregister': {
    target: { tabId: 7 },
    job: 'job-1',
    callback: 'https://portainer.company/',
    entry: { url: 'https://portainer.company/', matching: 'strict', kind: 'authorization' },
  },
  'authentik.repair': {
    target: { tabId: 7 },
    job: 'job-1',
    repair: { field: 'sub_mode', now: 'hashed_user_id', next: 'user_username' },
  },
  'authentik.undoRepair': {
    target: { tabId: 7 },
    job: 'job-1',
    repair: { field: 'signing_key', now: null, next: 'key-1' },
  },
  'authentik.takeSecret': { target: { tabId: 7 }, job: 'job-1' },
  'profile.takeIssuerMode': { profileId: 'profile-1', mode: 'global' },
  'token.propose': { baseUrl, tabId: 7, job: 'job-1' },
  'token.create': { baseUrl, tabId: 7, name: 'acme-directory', description: 'For Acme', job: 'job-1' },
  'create.propose': { tabId: 7, baseUrl, job: 'job-1' },
  'create.make': { tabId: 7, baseUrl, job: 'job-1', creation },
  'create.resume': { tabId: 7, job: 'job-1' },
};
