/** Says base URL and slug as they were understood, before anything is saved. */

import { Icon } from '../components/Icon';
import { i18n } from '../i18n';
import type { EditorState } from './editor-state';
import styles from './ProfileEditor.module.css';

export function Understood({ state }: { state: EditorState }) {
  const found = state.understood.value;
  const slug = state.kind.value === 'oidc-client' ? found?.slug : undefined;
  return (
    <p class={styles.understood} role="status" data-understood={found ? 'true' : undefined}>
      {found && (
        <>
          <Icon name="check" />
          {slug ? i18n.t('editor.understoodSlug', [found.baseUrl, slug]) : i18n.t('editor.understood', [found.baseUrl])}
        </>
      )}
    </p>
  );
}
