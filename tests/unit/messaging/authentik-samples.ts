/** One well-formed message of every type about authentik. */
import type { AuthentikMessages } from '@/messaging/authentik-protocol';

const baseUrl = 'https://authentik.company';

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
};
