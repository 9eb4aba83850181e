/** One field of the change list: what it will hold, or what has to be done first. */

import type { FieldWarning, PlanRow } from '@/engine/model';
import { i18n } from '../i18n';
import { fieldLabel } from '../words/field-label';
import { valueText } from '../words/value-text';
import styles from './ChangeList.module.css';

interface Props {
  row: PlanRow;
  /** The profile's secret is kept nowhere, so Latchkey asks for it. */
  asksSecret: true | undefined;
  /** Where a token that the profile lacks can be made. */
  tokensPage: string | undefined;
}

export function ChangeRow({ row, asksSecret, tokensPage }: Props) {
  return (
    <div class={styles.row} data-key={row.key} data-state={row.state}>
      <dt>{fieldLabel(row.key)}</dt>
      {row.state === 'change' ? (
        <Change row={row} asksSecret={asksSecret} />
      ) : (
        <Stop row={row} tokensPage={tokensPage} />
      )}
    </div>
  );
}

function Change({ row, asksSecret }: Omit<Props, 'tokensPage'>) {
  const next = row.isSecret ? '••••••••' : valueText(row.next);
  if (row.isSecret && asksSecret) return <dd class={styles.words}>{i18n.t('card.askedAtFill')}</dd>;
  const hadValue = row.now !== undefined && row.now !== '' && !row.isSecret;
  return (
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
  );
}

function Stop({ row, tokensPage }: Omit<Props, 'asksSecret'>) {
  if (row.state === 'exposed') return <dd class={styles.warning}>{i18n.t('card.exposed')}</dd>;
  return (
    <dd>
      {i18n.t('card.noToken')}{' '}
      {tokensPage !== undefined && (
        <a data-action="open-tokens" href={tokensPage} target="_blank" rel="noopener noreferrer">
          {i18n.t('card.openTokens')}
        </a>
      )}
    </dd>
  );
}

/** What the app refuses at Save or keeps as it is. That a value is replaced shows by what was there before. */
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
