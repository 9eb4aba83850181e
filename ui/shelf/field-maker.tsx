/** Makes the labelled fields of the profile form, each with its messages. */
import type { VNode } from 'preact';
import type { ProfileField } from '@/profiles/schema';
import { type ControlAttributes, Field } from '../components/Field';
import type { EditorState } from './editor-state';
import styles from './ProfileEditor.module.css';

/** Values that are copied, not written: no help from spelling or case. */
export const mono = { class: styles.mono, spellcheck: false, autocapitalize: 'off', autocomplete: 'off' } as const;

interface Words {
  label: string;
  hint?: string;
  optional?: boolean;
}

export type FieldMaker = (name: ProfileField, words: Words, control: (attributes: ControlAttributes) => VNode) => VNode;

export function fieldMaker(state: EditorState, onOpenProfile: (id: string) => void): FieldMaker {
  return (name, words, control) => (
    <Field name={name} {...words} messages={state.messagesOf(name)} onOpenProfile={onOpenProfile}>
      {control}
    </Field>
  );
}
