/** What would change on the page, and what stands in the way, as a compact list; the rest is counted in one line. */

import type { PlanRow } from '@/engine/model';
import type { Candidate } from '@/messaging/tab-card';
import { i18n } from '../i18n';
import { fieldLabel } from '../words/field-label';
import styles from './ChangeList.module.css';
import { ChangeRow } from './ChangeRow';
import type { RecognisedCard } from './card-state';

interface Props {
  candidate: Candidate;
  method: RecognisedCard['method'];
  /** Closed at first, where it is no longer the question. */
  isFolded: boolean;
}

export function ChangeList({ candidate: { plan, tokensPage, asksSecret }, method, isFolded }: Props) {
  const changes = plan.rows.filter((row) => row.state === 'change');
  const stopped = plan.rows.filter(isStopped);
  const isNothing = changes.length + stopped.length === 0 && !method;
  return (
    <details class={styles.changes} open={!isFolded}>
      <summary>
        {i18n.t('card.changes')} <span class={styles.count}>{changes.length + (method ? 1 : 0)}</span>
      </summary>
      {isNothing && <p class={styles.rest}>{i18n.t('card.nothingChanges')}</p>}
      <dl>
        {method && <MethodRow method={method} />}
        {plan.rows.map(
          (row) =>
            (changes.includes(row) || stopped.includes(row)) && (
              <ChangeRow key={row.key} row={row} asksSecret={asksSecret} tokensPage={tokensPage} />
            ),
        )}
      </dl>
      <p class={styles.rest}>{restWords(plan.rows.filter((row) => !stopped.includes(row)))}</p>
    </details>
  );
}

/** Something has to be done before this one can be filled: that is not merely counted. */
function isStopped({ state, key }: PlanRow): boolean {
  return state === 'exposed' || (state === 'left' && key === 'api_token');
}

function MethodRow({ method }: { method: NonNullable<Props['method']> }) {
  return (
    <div class={styles.row} data-key="method" data-state="change">
      <dt>{fieldLabel('method')}</dt>
      <dd class={styles.words}>
        {method.nowLabel} <Arrow /> {method.wantedLabel}
        <span class={styles.was}>{i18n.t('card.methodHint')}</span>
      </dd>
    </div>
  );
}

function Arrow() {
  return <span aria-hidden="true">→</span>;
}

/** "2 already right · 1 left for you": every row that is not changed, by why. */
function restWords(rows: PlanRow[]): string {
  const states = ['same', 'left', 'later', 'absent', 'missing', 'ambiguous', 'managed'] as const;
  return states
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${i18n.t(`card.${state}`)}`)
    .join(' · ');
}
