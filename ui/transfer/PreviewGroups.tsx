/** The lists of a preview: each entry by name, with its state or the reason why it is not taken. */

import type { PreviewCallback, PreviewProfile, PreviewSite } from '@/messaging/transfer';
import { i18n } from '../i18n';
import styles from './Transfer.module.css';
import { profileReason, profileState, siteReason } from './transfer-words';

interface Entry {
  id: string;
  state: string;
  title: string;
  about: string;
}

export function ProfileGroups({ profiles }: { profiles: readonly PreviewProfile[] }) {
  const entries = profiles.map((profile) => ({
    id: profile.id,
    state: profile.state,
    title: profile.name,
    about: [hostOf(profile.baseUrl), profile.slug, profileState(profile)].filter(Boolean).join(' · '),
  }));
  return (
    <>
      <Group name="new-profiles" title={i18n.t('transfer.newProfiles')} entries={inState(entries, 'new')} />
      <Group name="same-profiles" title={i18n.t('transfer.sameProfiles')} entries={inState(entries, 'same')} />
      <Group
        name="left-out-profiles"
        title={i18n.t('transfer.leftOutProfiles')}
        entries={profiles.flatMap((profile) =>
          profile.state === 'left-out'
            ? [{ id: profile.id, state: profile.state, title: profile.name, about: profileReason(profile.why) }]
            : [],
        )}
      />
    </>
  );
}

export function SiteGroups({
  sites,
  appNames,
}: {
  sites: readonly PreviewSite[];
  appNames: ReadonlyMap<string, string>;
}) {
  const entries = sites.map((site) => ({
    id: site.id,
    state: site.state,
    title: `${hostOf(site.origin)}${site.basePath === '/' ? '' : site.basePath}`,
    about: [
      appNames.get(site.app) ?? site.app,
      site.profile,
      site.state === 'left-out' ? siteReason(site.why) : undefined,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <>
      <Group name="new-sites" title={i18n.t('transfer.newSites')} entries={inState(entries, 'new')} />
      <Group name="same-sites" title={i18n.t('transfer.sameSites')} entries={inState(entries, 'same')} />
      <Group name="left-out-sites" title={i18n.t('transfer.leftOutSites')} entries={inState(entries, 'left-out')} />
    </>
  );
}

export function CallbackGroups({ callbacks }: { callbacks: readonly PreviewCallback[] }) {
  const entries = callbacks.map(({ id, state, url, origin }) => ({ id, state, title: url, about: hostOf(origin) }));
  return (
    <>
      <Group name="new-callbacks" title={i18n.t('transfer.newCallbacks')} entries={inState(entries, 'new')} />
      <Group name="same-callbacks" title={i18n.t('transfer.sameCallbacks')} entries={inState(entries, 'same')} />
      <Group
        name="left-out-callbacks"
        title={i18n.t('transfer.leftOutCallbacks')}
        entries={inState(entries, 'left-out')}
      />
    </>
  );
}

/** Nothing at all when it is empty. */
function Group({ name, title, entries }: { name: string; title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section class={styles.group} data-group={name}>
      <h3>
        {title} <span class={styles.count}>{entries.length}</span>
      </h3>
      <ul class={styles.rows}>
        {entries.map((entry) => (
          <li key={entry.id} class={styles.row} data-entry={entry.id} data-state={entry.state}>
            <span class={styles.name}>{entry.title}</span>
            <span class={styles.about}>{entry.about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inState(entries: readonly Entry[], wanted: string): Entry[] {
  return entries.filter(({ state }) => state === wanted);
}

/** The host as it is to be compared; the text itself where it is no address. */
function hostOf(address: string | undefined): string {
  return address === undefined ? '' : (URL.parse(address)?.host ?? address);
}
