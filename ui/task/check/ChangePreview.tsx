/** A change before it is made: what is, and what would be; nothing is sent until it is confirmed. */

import type { RedirectUri } from '@/authentik/model';
import { Button } from '../../components/Button';
import { i18n } from '../../i18n';
import { confirmWords, entryText, previewText } from '../../words/change-words';
import task from '../Task.module.css';
import styles from './Check.module.css';
import type { Change, CheckState } from './check-state';

export function ChangePreview({ state, change }: { state: CheckState; change: Change }) {
  const busy = state.authentik.isBusy.value;
  return (
    <div class={styles.preview} data-preview={change.do}>
      <p>{previewText(change)}</p>
      {change.do === 'register' && <Entries entries={change.plan.next} />}
      {change.do === 'repair' && <BeforeAfter now={change.now} next={change.next} />}
      {change.do === 'take-issuer-mode' && <BeforeAfter now={[change.now]} next={[change.next]} />}
      <p class={task.buttons}>
        <Button rank="primary" action="confirm-change" busy={busy} autofocus onPress={() => void state.confirm()}>
          {confirmWords(change)}
        </Button>
        <Button action="cancel-change" onPress={() => state.forget()}>
          {i18n.t('common.cancel')}
        </Button>
      </p>
    </div>
  );
}

/** The list as it would be; what stands there already stays as it is. */
function Entries({ entries }: { entries: RedirectUri[] }) {
  return (
    <ul class={styles.entries}>
      {entries.map((entry, index) => {
        // Ours is appended.
        const isNew = index === entries.length - 1;
        return (
          <li key={`${entry.matching} ${entry.url} ${entry.kind}`} data-entry={isNew ? 'new' : 'kept'}>
            {isNew ? <ins>{entryText(entry)}</ins> : <span>{entryText(entry)}</span>}{' '}
            <span class={task.soft}>{i18n.t(isNew ? 'authentikCheck.new' : 'authentikCheck.kept')}</span>
          </li>
        );
      })}
    </ul>
  );
}

function BeforeAfter({ now, next }: { now: string[]; next: string[] }) {
  return (
    <dl class={styles.change}>
      <dt>{i18n.t('authentikCheck.now')}</dt>
      <dd data-now>{now.length > 0 ? now.join(', ') : i18n.t('common.empty')}</dd>
      <dt>{i18n.t('authentikCheck.next')}</dt>
      <dd data-next>{next.length > 0 ? next.join(', ') : i18n.t('common.empty')}</dd>
    </dl>
  );
}
