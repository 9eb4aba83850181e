/** A world with one profile of each kind, on a page that takes both. */
import type { PageLook } from '@/engine/model';
import { profileWorld, unwrap } from './profile-world';
import { draft, look, popup, tabId, type World } from './world';

export const token = 'TEST-token-background-0001';
const syncPlace = { app: 'acme', form: 'sync', basePath: '/' };

export interface TokenWorld {
  world: World;
  /** Where the page is. */
  place: typeof syncPlace;
  clientId: string;
  tokenId: string;
}

export function syncLook(changes: Partial<PageLook> = {}): PageLook {
  return look({
    ...syncPlace,
    readings: [
      { key: 'base_url', state: 'found', now: '' },
      { key: 'client_secret', state: 'found', holdsSecret: false },
      { key: 'api_token', state: 'found', holdsSecret: false },
    ],
    callbacks: [],
    ...changes,
  });
}

export function tokenDraft(changes: Partial<Parameters<typeof draft>[0]> = {}) {
  const empty = { slug: '', clientId: '', clientSecret: '', scopes: '' };
  return draft({ kind: 'api-token', name: 'Directory', ...empty, apiToken: token, ...changes });
}

export async function tokenWorld(changes: Partial<PageLook> = {}): Promise<TokenWorld> {
  const { world, profileId } = await profileWorld();
  const saved = unwrap(await world.ask(popup, 'profile.save', tokenDraft()));
  if (!('profile' in saved)) throw new Error('the draft was refused');
  world.tab.answers['tab.read'] = syncLook(changes);
  const place = { ...syncPlace, form: changes.form ?? syncPlace.form };
  return { world, place, clientId: profileId, tokenId: saved.profile.id };
}

/** Bound to the profile of the one kind or the other. */
export async function boundTo(kind: 'token' | 'client', form = 'sync'): Promise<TokenWorld> {
  const made = await tokenWorld({ form });
  const profileId = kind === 'token' ? made.tokenId : made.clientId;
  unwrap(await made.world.ask(popup, 'site.bind', { tabId, profileId }));
  return made;
}
