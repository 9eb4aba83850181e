/** The pages that have a profile: which one, whether its present state was filled there, and the way out. */

import type { Binding } from '@/sites/schema';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { siteName } from '../shelf/needs-secret';
import { SiteLink } from '../shelf/SiteLink';
import { openTask } from '../task/task';
import type { AppNames } from './OptionsScreen';
import type { OptionsState } from './options-state';
import styles from './SitesSection.module.css';

interface Props {
  state: OptionsState;
  appNames: AppNames;
}

export function SitesSection({ state, appNames }: Props) {
  const bindings = state.desk.shelf.value?.bindings ?? [];
  const needing = state.desk.shelf.value?.needsSecret.length ?? 0;
  if (bindings.length === 0) {
    return <EmptyState icon="site" title={i18n.t('sites.none')} text={i18n.t('sites.noneText')} />;
  }
  return (
    <section class={styles.sites}>
      <h1>{i18n.t('sites.title')}</h1>
      <p class={styles.lead}>{i18n.t('sites.lead')}</p>
      {needing > 0 && (
        <Notice level="warning" name="needs-secret" title={i18n.t('needsSecret.count', needing)}>
          <p>{i18n.t('needsSecret.text')}</p>
        </Notice>
      )}
      <div class={styles.frame}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{i18n.t('sites.site')}</th>
              <th scope="col">{i18n.t('sites.app')}</th>
              <th scope="col">{i18n.t('sites.profile')}</th>
              <th scope="col">{i18n.t('sites.state')}</th>
              <th scope="col">
                <span class={styles.hidden}>{i18n.t('sites.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {bindings.map((binding) => (
              <SiteRow key={binding.id} state={state} binding={binding} appNames={appNames} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SiteRow({ state, binding, appNames }: Props & { binding: Binding }) {
  const profile = state.desk.profile(binding.profileId);
  const site = siteName(binding);
  const unbind = async (): Promise<void> => {
    if (await state.desk.unbind(binding.id)) state.desk.say(i18n.t('sites.unbound', [site]));
  };
  const check = (): Promise<void> => openTask({ 'check-binding': binding.id });
  return (
    <tr data-binding-id={binding.id}>
      <th scope="row">
        <SiteLink binding={binding} />
      </th>
      <td>{appNames.get(binding.app) ?? binding.app}</td>
      <td>
        {profile && (
          <Button rank="quiet" action="open-profile" onPress={() => state.open(profile.id)}>
            {profile.name}
          </Button>
        )}
      </td>
      <td>
        <FilledState
          filled={binding.filledRevision}
          revision={profile?.revision}
          needsSecret={state.desk.shelf.value?.needsSecret.includes(binding.id) ?? false}
        />
      </td>
      <td>
        <Button rank="quiet" icon="shield" iconOnly action="check" onPress={() => void check()}>
          {i18n.t('authentikCheck.checkSite', [site])}
        </Button>
        <Button rank="danger" icon="trash" iconOnly action="unbind" onPress={() => void unbind()}>
          {i18n.t('sites.unbind', [site])}
        </Button>
      </td>
    </tr>
  );
}

interface FilledProps {
  filled: number | undefined;
  revision: number | undefined;
  needsSecret: boolean;
}

function FilledState({ filled, revision, needsSecret }: FilledProps) {
  if (filled === undefined) return <span class={styles.soft}>{i18n.t('sites.neverFilled')}</span>;
  if (needsSecret) return <span class={styles.outdated}>{i18n.t('needsSecret.state')}</span>;
  if (revision !== undefined && filled < revision) {
    return <span class={styles.outdated}>{i18n.t('card.needsFilling')}</span>;
  }
  return <span class={styles.done}>{i18n.t('sites.upToDate')}</span>;
}
