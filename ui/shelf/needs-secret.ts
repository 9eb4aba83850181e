/** Sites that hold an older secret of their profile, and the words for them. */

import type { ProfileSummary } from '@/profiles/schema';
import type { Binding } from '@/sites/schema';
import type { Desk } from '../desk';
import { i18n } from '../i18n';

/** Sites of this profile that were last filled with an older secret than the present one. */
export function sitesToFill({ shelf }: Pick<Desk, 'shelf'>, profileId: string): Binding[] {
  const { bindings = [], needsSecret = [] } = shelf.value ?? {};
  return bindings.filter((binding) => binding.profileId === profileId && needsSecret.includes(binding.id));
}

/** Host and folder, as the address bar shows them. */
export function siteName({ origin, basePath }: Pick<Binding, 'origin' | 'basePath'>): string {
  return new URL(origin).host + (basePath === '/' ? '' : basePath);
}

/** What is said once a profile is saved: the sites to be filled again are named only when its secret has changed. */
export async function readAndSaySaved(desk: Desk, profile: ProfileSummary): Promise<void> {
  const before = desk.profile(profile.id)?.secretRevision ?? 0;
  await desk.read();
  const sites = (profile.secretRevision ?? 0) > before ? sitesToFill(desk, profile.id) : [];
  const saved = i18n.t('profiles.saved', [profile.name]);
  desk.say(sites.length === 0 ? saved : `${saved} ${i18n.t('needsSecret.now', [sites.map(siteName).join(', ')])}`);
}
