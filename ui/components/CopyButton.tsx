/** Copies one text from the user's press, and says so for a moment. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { i18n } from '../i18n';
import { Button } from './Button';
import styles from './CopyButton.module.css';

/** How long the tick stays. */
const shownFor = 2000;

interface Props {
  text: string;
  /** What is copied, for the button's name. */
  what: string;
  action?: string;
  /** With the word beside the icon. */
  worded?: boolean;
}

export function CopyButton({ text, what, action = 'copy', worded }: Props) {
  const state = useSignal<'idle' | 'copied' | 'failed'>('idle');
  useSignalEffect(() => {
    if (state.value === 'idle') return;
    const timer = setTimeout(() => (state.value = 'idle'), shownFor);
    return () => clearTimeout(timer);
  });
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => (state.value = 'copied'),
      () => (state.value = 'failed'),
    );
  };
  const said = { idle: '', copied: i18n.t('common.copied'), failed: i18n.t('common.copyFailed') }[state.value];
  return (
    <span class={styles.copy} data-copied={state.value === 'copied' ? 'true' : undefined}>
      <Button
        rank={worded ? 'plain' : 'quiet'}
        icon={state.value === 'copied' ? 'check' : 'copy'}
        iconOnly={!worded}
        action={action}
        onPress={copy}
      >
        {worded ? i18n.t('common.copy') : i18n.t('common.copyWhat', [what])}
      </Button>
      <span class={styles.said} role="status">
        {said}
      </span>
    </span>
  );
}
