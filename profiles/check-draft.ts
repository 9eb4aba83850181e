/** Checks a profile as it was typed: what is wrong with it, in messages, and what would be saved. */
import type { UnderstoodAddress } from '@/authentik/addresses';
import { checkAddress } from './checks/address';
import { type CleanToken, checkApiToken } from './checks/api-token';
import { type CleanClient, checkOidcClient } from './checks/oidc-client';
import type { DraftSurroundings } from './checks/surroundings';
import type { FieldMessage, ProfileDraft } from './schema';

export type { DraftSurroundings };

/** A draft in the shape it is saved in. */
export type CleanDraft = { name: string; baseUrl: string; instanceName: string } & (CleanClient | CleanToken);

export interface DraftCheck {
  messages: FieldMessage[];
  /** Base URL and slug as they were taken from the address; absent when the address is not understood. */
  understood?: { baseUrl: string; slug?: string };
  /** Absent when a message is an error. */
  clean?: CleanDraft;
}

/**
 * Says everything that is wrong at once, in the order of the form. An empty secret is right when editing a profile
 * that has one, and where no secrets are kept. An empty name becomes the slug, or a token's host; an empty instance
 * name the host.
 */
export function checkDraft(draft: ProfileDraft, surroundings: DraftSurroundings): DraftCheck {
  const address = checkAddress(draft.address);
  const checked =
    draft.kind === 'api-token'
      ? checkApiToken(draft, { address: address.value, name: tokenName(draft, address.value) }, surroundings)
      : checkOidcClient(draft, address.value, surroundings);
  const messages = [...address.messages, ...checked.messages];
  if (address.value === undefined) return { messages };
  const { baseUrl } = address.value;
  const { value } = checked;
  const understood = value.kind === 'oidc-client' ? { baseUrl, slug: value.slug } : { baseUrl };
  if (messages.some(({ level }) => level === 'error')) return { messages, understood };
  const name = value.kind === 'oidc-client' ? draft.name.trim() || value.slug : tokenName(draft, address.value);
  return { messages, understood, clean: { name, baseUrl, instanceName: draft.instanceName.trim(), ...value } };
}

/** A token without a name has its authentik's, which reads the same in every language. */
function tokenName({ name }: ProfileDraft, address: UnderstoodAddress | undefined): string {
  return name.trim() || (address ? new URL(address.baseUrl).host : '');
}
