/** Tells what was just done, with one way back; stays long enough to read and waits while it is in use. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { i18n } from '../i18n';
import { Button } from './Button';
import styles from './Toast.module.css';

export interface ToastContent {
  words: string;
  undo?: () => void;
  /** Where in authentik to go on. */
  adminPage?: string;
}

/** Reading time: longer with more words, and long where it offers a way back. */
function timeOnScreen({ words, undo }: ToastContent): number {
  return 3000 + words.length * 60 + (undo ? 6000 : 0);
}

export function Toast({ content }: { content: Signal<ToastContent | null> }) {
  const isHeld = useSignal(false);
  const shown = content.value;
  useSignalEffect(() => {
    const current = content.value;
    if (!current || isHeld.value) return;
    const timer = setTimeout(() => (content.value = null), timeOnScreen(current));
    return () => clearTimeout(timer);
  });
  const hold = (held: boolean) => () => {
    isHeld.value = held;
  };
  return (
    <div class={styles.place}>
      {/* The region must exist before its text changes, so that it is read out. */}
      <div
        class={shown ? styles.toast : styles.none}
        role="status"
        onMouseEnter={hold(true)}
        onMouseLeave={hold(false)}
        onFocusIn={hold(true)}
        onFocusOut={hold(false)}
      >
        {shown && <ToastBody shown={shown} close={() => (content.value = null)} />}
      </div>
    </div>
  );
}

function ToastBody({ shown, close }: { shown: ToastContent; close: () => void }) {
  const undo = (): void => {
    shown.undo?.();
    close();
  };
  return (
    <>
      <span class={styles.words}>
        {shown.words}
        {shown.adminPage !== undefined && (
          <>
            {' '}
            <a data-action="open-authentik" href={shown.adminPage} target="_blank" rel="noopener noreferrer">
              {i18n.t('profiles.openInAuthentik')}
            </a>
          </>
        )}
      </span>
      {shown.undo && (
        <Button rank="quiet" action="undo-delete" onPress={undo}>
          {i18n.t('common.undo')}
        </Button>
      )}
      <Button rank="quiet" icon="close" iconOnly action="close-toast" onPress={close}>
        {i18n.t('common.close')}
      </Button>
    </>
  );
}
