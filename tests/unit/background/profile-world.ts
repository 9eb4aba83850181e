/** Worlds to begin a test in: an encrypted vault with one profile, on a page that is bound to it or not yet. */
import type { Result } from '@/lib/result';
import type { Binding } from '@/sites/schema';
import { draft, passphrase, popup, startWorld, tabId, type World } from './world';

export interface ProfileWorld {
  world: World;
  profileId: string;
}

/** The value of an answer, or the test ends here. */
export function unwrap<T>(answer: Result<T, { kind: string }> | 'dropped'): T {
  if (answer === 'dropped' || !answer.ok) throw new Error(`no value: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Deriving the key takes most of a test's time, so the vault is made once and copied into each world. */
let made: Promise<{ stored: Awaited<ReturnType<World['save']>>; profileId: string }> | undefined;

async function make() {
  const world = startWorld();
  unwrap(await world.ask(popup, 'vault.create', { mode: 'encrypted', passphrase }));
  const saved = unwrap(await world.ask(popup, 'profile.save', draft()));
  if (!('profile' in saved)) throw new Error('the draft was refused');
  const stored = await world.save();
  // Tests have clocks of their own: on each the vault is just unlocked, and its time without use has not begun.
  stored.session.key = { ...(stored.session.key as object), lockAt: null };
  return { stored, profileId: saved.profile.id };
}

export async function profileWorld(): Promise<ProfileWorld> {
  made ??= make();
  const { stored, profileId } = await made;
  const world = startWorld();
  await world.load(stored);
  return { world, profileId };
}

export async function boundWorld(): Promise<ProfileWorld & { binding: Binding }> {
  const { world, profileId } = await profileWorld();
  const { binding } = unwrap(await world.ask(popup, 'site.bind', { tabId, profileId }));
  world.told = [];
  return { world, profileId, binding };
}
