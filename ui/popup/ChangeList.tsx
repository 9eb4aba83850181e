/** What would change on the page, as a compact list; what stays is counted in one line. */
import { i18n } from '#i18n';
import type { FieldWarning, Plan, PlanRow } from '@/engine/model';
import { fieldLabel } from '../words/field-label';
import { valueText } from '../words/value-text';
import styles from './ChangeList.module.css';
import type { RecognisedCard } from './card-state';

interface Props {
  plan: Plan;
  method: RecognisedCard['method'];
  /** Closed at first, where it is no longer the question. */
  isFolded: boolean;
}

export function ChangeList({ plan, method, isFolded }: Props) {
  const changes = plan.rows.filter((row) => row.state === 'change');
  const isNothing = changes.length === 0 && !method;
  return (
    <details class={styles.changes} open={!isFolded}>
      <summary>
        {i18n.t('card.changes')} <span class={styles.count}>{changes.length + (method ? 1 : 0)}</span>
      </summary>
      {isNothing && <p class={styles.rest}>{i18n.t('card.nothingChanges')}</p>}
      <dl>
        {method && <MethodRow method={method} />}
        {changes.map((row) => (
          <ChangeRow key={row.key} row={row} />
        ))}
      </dl>
      <p class={styles.rest}>{restWords(plan.rows)}</p>
    </details>
  );
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

function ChangeRow({ row }: { row: PlanRow }) {
  const next = row.isSecret ? '••••••••' : valueText(row.next);
  const hadValue = row.now !== undefined && row.now !== '' && !row.isSecret;
  return (
    <div class={styles.row} data-key={row.key} data-state={row.state}>
      <dt>{fieldLabel(row.key)}</dt>
      <dd title={row.isSecret ? undefined : next}>
        {/* From the right: the end of an address tells more than its start. */}
        <span class={styles.next}>
          <bdi>{next}</bdi>
        </span>
        {row.warnings.map((warning) => (
          <WarningLine key={warning} warning={warning} />
        ))}
        {hadValue && <span class={styles.was}>{i18n.t('card.was', [valueText(row.now)])}</span>}
      </dd>
    </div>
  );
}

/** What the app refuses at Save. That a value is replaced shows by what was there before. */
const warnings = {
  'dot-in-host': 'warning.dotInHost',
  'at-most-255': 'warning.atMost255',
  'server-ignores': 'warning.serverIgnores',
  'not-public-https': 'warning.notPublicHttps',
  'replaces-value': null,
} as const satisfies Record<FieldWarning, string | null>;

function WarningLine({ warning }: { warning: FieldWarning }) {
  const key = warnings[warning];
  return key && <span class={styles.warning}>{i18n.t(key)}</span>;
}

function Arrow() {
  return <span aria-hidden="true">→</span>;
}

/** "2 already right · 1 left for you": every row that is not changed, by why. */
function restWords(rows: PlanRow[]): string {
  const states = ['same', 'left', 'absent', 'missing', 'ambiguous', 'managed'] as const;
  return states
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${i18n.t(`card.${state}`)}`)
    .join(' · ');
}
