/** One line of Check: what was looked at, how it stands, what that means, and the buttons that mend it. */

import type { CheckLine } from '@/messaging/check-report';
import { Icon, type IconName } from '../../components/Icon';
import { i18n } from '../../i18n';
import { differenceName, failureText, levelWords, lineName, lineText } from '../../words/check-words';
import { ChangePreview } from './ChangePreview';
import styles from './Check.module.css';
import type { CheckState } from './check-state';
import { DoneNotice } from './DoneNotice';
import { Remedies } from './Remedies';

const icons: Record<CheckLine['level'], IconName> = {
  ok: 'check',
  warning: 'info',
  fault: 'warning',
  unknown: 'search',
};

export function CheckLineView({ state, line }: { state: CheckState; line: CheckLine }) {
  const { id, level, because, failure } = line;
  const asked = state.asked.value?.line === id ? state.asked.value.change : undefined;
  const done = state.done.value[id];
  const quote = failure && failureText(failure, state.report.value?.baseUrl ?? '');
  return (
    <li
      class={`${styles.line} ${styles[level]}`}
      data-line={id}
      data-level={level}
      data-because={because}
      tabIndex={-1}
    >
      <Icon name={icons[level]} />
      <div class={styles.body}>
        <p class={styles.name}>
          <strong>{lineName(id)}</strong> <span class={styles.level}>{levelWords(level)}</span>
        </p>
        <p class={styles.text}>{lineText(line)}</p>
        {quote && <p class={styles.text}>{quote}</p>}
        <Differences line={line} />
        {done && <DoneNotice state={state} line={id} done={done} />}
        {asked ? <ChangePreview state={state} change={asked} /> : <Remedies state={state} line={line} />}
      </div>
    </li>
  );
}

function Differences({ line: { id, differences } }: { line: CheckLine }) {
  if (differences.length === 0) return null;
  return (
    <ul class={styles.differences}>
      {differences.map(({ what, expected, found }) => (
        <li key={`${what} ${expected} ${found}`} data-difference={what}>
          <span class={styles.what}>{differenceName(id, what, found)}</span>
          {expected !== '' && what !== 'error' && (
            <dl>
              <dt>{i18n.t('authentikCheck.expected')}</dt>
              <dd data-expected>{expected}</dd>
              {(found !== '' || id === 'page') && (
                <>
                  <dt>{i18n.t('authentikCheck.found')}</dt>
                  <dd data-found>{found === '' ? i18n.t('common.empty') : found}</dd>
                </>
              )}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
