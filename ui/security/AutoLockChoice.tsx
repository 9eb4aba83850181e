/** When the vault locks by itself; a choice holds at once. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { send } from '@/messaging/client';
import type { AutoLock } from '@/messaging/protocol';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import styles from './Security.module.css';

const choices = [1, 5, 15, 60, null] as const satisfies AutoLock['minutes'][];

export function AutoLockChoice({ desk }: { desk: Desk }) {
  const setting = useSignal<AutoLock | null>(null);
  useEffect(() => {
    void send('vault.readAutoLock').then((answer) => {
      if (desk.passes(answer)) setting.value = answer.value;
    });
  }, [desk, setting]);
  const current = setting.value;
  if (!current) return null;
  const change = async (wanted: AutoLock): Promise<void> => {
    setting.value = wanted;
    const answer = await send('vault.changeAutoLock', wanted);
    if (desk.passes(answer)) desk.say(i18n.t('security.lockKept'));
    else setting.value = current;
  };
  return (
    <div class={styles.group}>
      <fieldset class={styles.choices}>
        <legend>{i18n.t('security.lockAfter')}</legend>
        {choices.map((minutes) => (
          <label key={minutes} class={styles.choice}>
            <input
              type="radio"
              name="minutes"
              value={minutes ?? 'never'}
              checked={current.minutes === minutes}
              onChange={() => void change({ ...current, minutes })}
            />
            <span>{minutesWords(minutes)}</span>
          </label>
        ))}
      </fieldset>
      <label class={styles.choice}>
        <input
          type="checkbox"
          name="onSystemLock"
          checked={current.onSystemLock}
          onChange={(event) => void change({ ...current, onSystemLock: event.currentTarget.checked })}
        />
        <span>{i18n.t('security.onSystemLock')}</span>
      </label>
    </div>
  );
}

function minutesWords(minutes: AutoLock['minutes']): string {
  if (minutes === null) return i18n.t('security.onBrowserClose');
  if (minutes === 60) return i18n.t('security.hour');
  return minutes === 1 ? i18n.t('security.minute') : i18n.t('security.minutes', [minutes]);
}
