/** Pages of authentik's own administration, for what Latchkey does not do there (authentik sheet 3.3). */
import type { AccessStep } from './model';

/**
 * Where a client can be deleted: its application, by slug, which names its provider and links to it; the provider itself
 * has a number that no profile knows.
 */
export function applicationPage(baseUrl: string, slug: string): string {
  return `${baseUrl}/if/admin/#/core/applications/${encodeURIComponent(slug)}`;
}

/** The list of tokens, searched for this name: what stands behind the `;` is the page's own state, in JSON. */
export function tokensPage(baseUrl: string, name: string): string {
  // Tables have had the name of their element before `search` since 2025; older ones know `search` alone.
  const state = { search: name, 'ak-token-list-search': name };
  return `${baseUrl}/if/admin/#/core/tokens;${encodeURIComponent(JSON.stringify(state))}`;
}

const directoryPages = { account: 'users', role: 'roles', rights: 'roles', group: 'groups' } as const;

/** Where one part of a service account's access is seen to by hand. */
export function accessPage(baseUrl: string, step: AccessStep, name: string): string {
  if (step === 'token' || step === 'key') return tokensPage(baseUrl, name);
  return `${baseUrl}/if/admin/#/identity/${directoryPages[step]}`;
}
