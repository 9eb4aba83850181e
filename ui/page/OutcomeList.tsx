/** How every field ended, with the reason where the outcome alone does not say it. */
import type { FieldReport, Outcome } from '@/engine/model';
import { Icon, type IconName } from './Icon';
import type { ReportState } from './state';
import { TokensLink } from './TokensLink';
import { becauseWords, fieldName, hintWords, outcomeWords } from './words';

export function OutcomeList({ state }: { state: ReportState }) {
  return (
    <ul class="outcomes">
      {state.report.fields.map((field) => (
        <OutcomeItem key={field.key} field={field} state={state} />
      ))}
    </ul>
  );
}

const icons: Partial<Record<Outcome, IconName>> = {
  filled: 'check',
  'already-right': 'check',
  ambiguous: 'alert',
  'refused-by-page': 'alert',
};

function OutcomeItem({ field: { key, outcome, because }, state }: { field: FieldReport; state: ReportState }) {
  const isLeftHere = outcome === 'left-for-you' && because !== 'other-step';
  const hint = isLeftHere ? state.form.fields.find((field) => field.key === key)?.hint : undefined;
  return (
    <li data-key={key} data-outcome={outcome} data-because={because}>
      <Icon name={because === 'exposed' ? 'alert' : (icons[outcome] ?? 'minus')} />
      <span>{fieldName(key)}</span>
      {/* A reason begins with what it means, so it stands alone. */}
      {!because && <span class="outcome">{outcomeWords(outcome)}</span>}
      {because && <p class="why">{becauseWords(because, key)}</p>}
      {hint && (
        <p class="why" data-hint={hint}>
          {hintWords(hint)}
        </p>
      )}
      {because === 'no-secret' && key === 'api_token' && <TokensLink href={state.tokensPage ?? undefined} />}
    </li>
  );
}
