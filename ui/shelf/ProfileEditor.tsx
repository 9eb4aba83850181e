/** The form of a profile: says what it understands while typing, keeps everything typed, saves only what is right. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Notice } from '../components/Notice';
import type { Desk } from '../desk';
import type { OpenForm } from '../drafts';
import { i18n } from '../i18n';
import { EditorState } from './editor-state';
import { fieldMaker } from './field-maker';
import { KindChoice } from './KindChoice';
import styles from './ProfileEditor.module.css';
import { MoreFields, SecretFields, WhereFields } from './ProfileFields';
import { secretFields, writeField } from './profile-form';

interface Props {
  desk: Desk;
  opened: OpenForm;
  onSaved: (profile: ProfileSummary) => void;
  onCancel: () => void;
  onOpenProfile: (id: string) => void;
}

export function ProfileEditor({ desk, opened, onSaved, onCancel, onOpenProfile }: Props) {
  const { draft, isRestored } = opened;
  const state = useMemo(() => new EditorState(desk, opened), [desk, opened]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current && isRestored) void state.check(form.current);
    form.current?.querySelector<HTMLElement>('[name="address"]')?.focus({ preventScroll: true });
    return () => state.stop();
  }, [state, isRestored]);
  useLayoutEffect(() => {
    const element = form.current;
    // The browser may keep a field's text longer than its form stands on the screen.
    return () => {
      if (element) for (const name of secretFields) writeField(element, name, '');
    };
  }, []);
  const save = async (element: HTMLFormElement): Promise<void> => {
    const profile = await state.save(element);
    if (profile) onSaved(profile);
    else element.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  const cancel = (): void => {
    void state.discard();
    onCancel();
  };
  const field = fieldMaker(state, onOpenProfile);
  return (
    <form
      class={styles.editor}
      ref={form}
      noValidate
      autocomplete="off"
      onInput={(event) => state.typed(event.currentTarget, nameOf(event.target))}
      onFocusOut={(event) => state.visit(nameOf(event.target))}
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.isBusy.value) void save(event.currentTarget);
      }}
    >
      <h1>{draft.id === undefined ? i18n.t('editor.addTitle') : i18n.t('editor.editTitle')}</h1>
      {isRestored && (
        <Notice level="info" name="draft-restored">
          <p>{i18n.t('editor.draftRestored')}</p>
        </Notice>
      )}
      <KindChoice kind={state.kind} isFixed={draft.id !== undefined} />
      <WhereFields desk={desk} state={state} draft={draft} field={field} />
      <SecretFields desk={desk} state={state} draft={draft} field={field} />
      <MoreFields state={state} draft={draft} field={field} />
      <div class={styles.foot}>
        <FailureNotice failure={state.failure.value} />
        <div class={styles.actions}>
          <Button type="submit" rank="primary" action="save-profile" busy={state.isBusy.value}>
            {i18n.t('editor.save')}
          </Button>
          <Button rank="quiet" action="cancel-edit" onPress={cancel}>
            {isRestored ? i18n.t('editor.discard') : i18n.t('common.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function nameOf(target: EventTarget | null): string {
  return target instanceof HTMLElement ? (target.getAttribute('name') ?? '') : '';
}
