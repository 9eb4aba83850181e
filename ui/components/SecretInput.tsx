/** A masked input whose typing can be shown for a moment; it never holds what is stored. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { i18n } from '../i18n';
import { Button } from './Button';
import type { ControlAttributes } from './Field';
import styles from './SecretInput.module.css';
import { takeFocus } from './take-focus';

/** A secret on the screen hides itself again. */
const shownFor = 30_000;

const asText = { type: 'text' } as const;
const asPassword = { type: 'password' } as const;

interface Props extends ControlAttributes {
  autocomplete: 'current-password' | 'new-password' | 'off';
  defaultValue?: string;
  placeholder?: string;
  autofocus?: boolean;
}

export function SecretInput({ autofocus, ...attributes }: Props) {
  const isShown = useSignal(false);
  useSignalEffect(() => {
    if (!isShown.value) return;
    const timer = setTimeout(() => (isShown.value = false), shownFor);
    return () => clearTimeout(timer);
  });
  return (
    <span class={styles.secret}>
      <input
        {...attributes}
        {...(isShown.value ? asText : asPassword)}
        spellcheck={false}
        autocapitalize="off"
        ref={autofocus ? takeFocus : null}
      />
      <Button
        rank="quiet"
        icon={isShown.value ? 'eye-off' : 'eye'}
        iconOnly
        action="show-typed"
        onPress={() => (isShown.value = !isShown.value)}
      >
        {isShown.value ? i18n.t('common.hideTyped') : i18n.t('common.showTyped')}
      </Button>
    </span>
  );
}
