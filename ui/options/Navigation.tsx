/** The sections of the options page, with how much each holds. */

import { Icon, type IconName } from '../components/Icon';
import { i18n } from '../i18n';
import styles from './Navigation.module.css';
import type { OptionsState, Section } from './options-state';

const icons: Record<Section, IconName> = {
  profiles: 'key',
  sites: 'site',
  callbacks: 'link',
  transfer: 'transfer',
  security: 'shield',
};

export function Navigation({ state }: { state: OptionsState }) {
  const shelf = state.desk.shelf.value;
  const entry = (section: Section, count?: number) => (
    <li>
      <button
        type="button"
        class={styles.entry}
        data-action={`show-${section}`}
        aria-current={state.section.value === section ? 'page' : undefined}
        onClick={() => state.show(section)}
      >
        <Icon name={icons[section]} />
        {i18n.t(`options.${section}`)}
        {count !== undefined && <span class={styles.count}>{count}</span>}
      </button>
    </li>
  );
  return (
    <nav class={styles.navigation} aria-label={i18n.t('options.navigation')}>
      <ul>
        {entry('profiles', shelf?.profiles.length ?? 0)}
        {entry('sites', shelf?.bindings.length ?? 0)}
        {entry('callbacks', shelf?.callbacks.length ?? 0)}
        {entry('transfer')}
        {entry('security')}
      </ul>
    </nav>
  );
}
