/** The popup's two deeper views: one profile, and its form. */
import type { ComponentChildren } from 'preact';
import { Button } from '../components/Button';
import type { OpenForm } from '../drafts';
import { i18n } from '../i18n';
import { readAndSaySaved } from '../shelf/needs-secret';
import { ProfileDetail } from '../shelf/ProfileDetail';
import { ProfileEditor } from '../shelf/ProfileEditor';
import styles from './PopupScreen.module.css';
import type { PopupState } from './popup-state';

export function ProfileView({ state, id }: { state: PopupState; id: string }) {
  const profile = state.desk.profile(id);
  if (!profile) return null;
  const isPage = state.tab.card.value !== null && state.tab.card.value.kind !== 'unreachable';
  return (
    <WithBack state={state}>
      <ProfileDetail
        desk={state.desk}
        profile={profile}
        onEdit={(edited) => void state.edit(edited)}
        onGone={() => state.home()}
        {...(isPage && { onPut: (name) => void state.tab.put(id, name) })}
      />
    </WithBack>
  );
}

interface EditProps {
  state: PopupState;
  form: OpenForm;
}

export function EditView({ state, form }: EditProps) {
  return (
    <WithBack state={state}>
      <ProfileEditor
        key={form.key}
        desk={state.desk}
        opened={form}
        onSaved={(profile) => {
          void readAndSaySaved(state.desk, profile).then(() => state.home());
        }}
        onCancel={() => state.back()}
        onOpenProfile={(id) => state.open(id)}
      />
    </WithBack>
  );
}

function WithBack({ state, children }: { state: PopupState; children: ComponentChildren }) {
  return (
    <div data-view={state.view.value.name}>
      <div class={styles.back}>
        <Button rank="quiet" icon="back" action="back" onPress={() => state.back()}>
          {i18n.t('common.back')}
        </Button>
      </div>
      {children}
    </div>
  );
}
