/** What stands where the lists would be when the vault cannot be opened: what happened, why, and the ways on. */
import type { ComponentChildren } from 'preact';
import type { Failure } from '@/lib/result';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Icon } from '../components/Icon';
import { i18n } from '../i18n';
import styles from './LockedPane.module.css';

interface Props {
  failure: Failure;
  onRetry: () => void;
  children?: ComponentChildren;
}

export function TroublePane({ failure, onRetry, children }: Props) {
  return (
    <section class={styles.pane} data-trouble={failure.kind}>
      <span class={styles.disc}>
        <Icon name="warning" size={22} />
      </span>
      <h1>{i18n.t('trouble.title')}</h1>
      <FailureNotice failure={failure} />
      <p class={styles.text}>{i18n.t('trouble.untouched')}</p>
      <Button rank="primary" wide action="try-again" onPress={onRetry}>
        {i18n.t('trouble.tryAgain')}
      </Button>
      {children}
    </section>
  );
}
