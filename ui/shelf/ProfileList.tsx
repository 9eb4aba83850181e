/** The profiles with a search over name, slug, client ID, kind and authentik; one press opens one. */
import { useSignal } from '@preact/signals';
import type { Instance, ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { Icon } from '../components/Icon';
import { SearchField } from '../components/SearchField';
import { i18n } from '../i18n';
import { openTask } from '../task/task';
import { profileMark } from '../words/kind-words';
import styles from './ProfileList.module.css';

interface Props {
  profiles: ProfileSummary[];
  instances: Instance[];
  /** Ids of those whose client authentik no longer had when it was last read. */
  gone: readonly string[];
  openId?: string | undefined;
  onOpen: (id: string) => void;
  onAdd: () => void;
  /** The search takes the focus, where there is nothing more useful on the screen. */
  autofocus?: boolean;
}

export function ProfileList({ profiles, instances, gone, openId, onOpen, onAdd, autofocus }: Props) {
  const wanted = useSignal('');
  if (profiles.length === 0) return <NoProfiles onAdd={onAdd} />;
  const names = new Map(instances.map((instance) => [instance.id, instance.name]));
  const shown = profiles.filter((profile) => matches(profile, names.get(profile.instanceId), wanted.value));
  return (
    <section class={styles.list} aria-label={i18n.t('profiles.title')}>
      <div class={styles.head}>
        <h2>{i18n.t('profiles.title')}</h2>
        <Button icon="plus" action="add-profile" onPress={onAdd}>
          {i18n.t('common.add')}
        </Button>
      </div>
      <SearchField
        label={i18n.t('profiles.search')}
        autofocus={autofocus}
        onSearch={(typed) => {
          wanted.value = typed;
        }}
      />
      <ul class={styles.rows}>
        {shown.map((profile) => (
          <li key={profile.id} data-profile-id={profile.id}>
            <button
              type="button"
              class={styles.row}
              data-action="open-profile"
              aria-current={profile.id === openId ? 'true' : undefined}
              onClick={() => onOpen(profile.id)}
            >
              <span class={styles.initial} aria-hidden="true">
                {[...profile.name][0]?.toUpperCase()}
              </span>
              <span class={styles.words}>
                <span class={styles.name}>{profile.name}</span>
                <span class={styles.sub}>
                  {[names.get(profile.instanceId), profileMark(profile)].filter(Boolean).join(' · ')}
                </span>
                {gone.includes(profile.id) && <span class={styles.gone}>{i18n.t('authentikImport.goneMark')}</span>}
              </span>
              <Icon name="chevron" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <p class={styles.none} role="status">
        {shown.length === 0 && i18n.t('profiles.noMatch', [wanted.value])}
      </p>
    </section>
  );
}

function NoProfiles({ onAdd }: { onAdd: () => void }) {
  return (
    <EmptyState icon="key" title={i18n.t('profiles.none')} text={i18n.t('profiles.noneText')}>
      <Button rank="primary" icon="plus" action="add-profile" onPress={onAdd}>
        {i18n.t('profiles.add')}
      </Button>
      <Button action="import-from-authentik" onPress={() => void openTask({ import: '' })}>
        {i18n.t('authentikImport.fromAuthentik')}
      </Button>
    </EmptyState>
  );
}

function matches(profile: ProfileSummary, instanceName: string | undefined, wanted: string): boolean {
  const clientId = profile.kind === 'oidc-client' ? profile.clientId : '';
  const text = [profile.name, profileMark(profile), clientId, instanceName].join('\n').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
