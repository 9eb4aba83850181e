/** What stands under a field of the preview: warnings, a hint, the way to a token, and items of others in a list. */

import type { PlanRow } from '@/engine/model';
import type { Field } from '@/recipes/schema';
import { i18n } from '../i18n';
import { Icon } from './Icon';
import type { PageActions } from './state';
import { TokensLink } from './TokensLink';
import { hintWords, warningWords } from './words';

interface Props {
  row: PlanRow;
  hint: Field['hint'];
  /** Given where a token is wanted that the profile does not hold. */
  tokensPage: string | undefined;
  actions: PageActions;
}

export function RowNotes({ row, hint, tokensPage, actions }: Props) {
  const warnings = row.warnings.filter((warning) => warning !== 'replaces-value');
  if (warnings.length === 0 && row.extras.length === 0 && !hint && tokensPage === undefined) return null;
  return (
    <tr>
      <td colSpan={3}>
        {hint && (
          <p class="why" data-hint={hint}>
            {hintWords(hint)}
          </p>
        )}
        <TokensLink href={tokensPage} />
        {warnings.map((warning) => (
          <p key={warning} class="note warn" data-warning={warning}>
            <Icon name="alert" />
            <span>{warningWords(warning)}</span>
          </p>
        ))}
        {row.extras.length > 0 && <Extras row={row} actions={actions} />}
      </td>
    </tr>
  );
}

function Extras({ row, actions }: { row: PlanRow; actions: PageActions }) {
  return (
    <label class="extras">
      <span>{i18n.t('page.preview.extras', [row.extras.join(', ')])}</span>
      <input
        type="checkbox"
        name="extras"
        checked={row.removeExtras}
        onChange={(event) => actions.removeExtras(row.key, event.currentTarget.checked)}
      />
      {i18n.t('page.preview.removeExtras')}
    </label>
  );
}
