/** The strength of a passphrase as a meter and in words. */
import { i18n } from '../i18n';
import styles from './StrengthHint.module.css';
import type { Strength } from './strength';

const filled: Record<Strength['level'], number> = { short: 1, weak: 1, fair: 2, good: 3 };

export function StrengthHint({ strength }: { strength: Strength | null }) {
  return (
    <div class={styles.hint}>
      <span class={styles.meter} data-filled={strength ? filled[strength.level] : 0} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span role="status" data-strength={strength?.level}>
        {strength && words(strength)}
      </span>
    </div>
  );
}

function words(strength: Strength): string {
  if (strength.level === 'short') return i18n.t('welcome.strengthShort', [strength.missing]);
  if (strength.level === 'weak') return i18n.t('welcome.strengthWeak');
  return strength.level === 'fair' ? i18n.t('welcome.strengthFair') : i18n.t('welcome.strengthGood');
}
