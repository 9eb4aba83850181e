/** Messages about taking profiles from the clients of an authentik; never the value of a secret. Types only. */
import type { RedirectUri } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { LeftOutClient } from '@/profiles/schema';
import type { Trouble } from './authentik-protocol';
import type { PreviewProfile } from './transfer';

/** One OAuth2 provider of the list, and what would become of it; the profile has the provider's number as its id. */
export interface PreviewClient {
  pk: number;
  /** The provider's name; the profile has the application's. */
  provider: string;
  clientId: string;
  redirectUris: RedirectUri[];
  profile: PreviewProfile<LeftOutClient>;
}

export interface ClientPreview {
  /** Of the list and of everything it was compared with. */
  digest: string;
  /** False where the account may not see every provider: then no profile is newly said to have lost its client. */
  isWhole: boolean;
  clients: PreviewClient[];
  /** Profiles here whose client this authentik has no more. */
  gone: { id: string; name: string }[];
}

/** How many were taken over, and which of them have no secret. */
export interface ClientOutcome {
  added: number;
  replaced: number;
  lacking: { id: string; name: string }[];
}

export interface ClientImportMessages {
  /** Reads every OAuth2 provider to the end of the list, and remembers which profiles have lost theirs; takes nothing. */
  'authentik.readClients': (data: { baseUrl: string; job: string }) => Result<ClientPreview, Trouble>;
  /** Takes over what that list has shown: new ones by the provider's number, changed ones by the profile's id here. */
  'authentik.importClients': (data: { digest: string; take: number[]; replace: string[] }) => Result<ClientOutcome>;
  /** Forgets the list. */
  'authentik.forgetClients': () => Result<null>;
}
