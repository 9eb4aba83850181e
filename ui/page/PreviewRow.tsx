/** One field of the preview: its tick, its value now, the value or choice to come, and what to know about it. */

import type { PlanRow } from '@/engine/model';
import type { Field } from '@/recipes/schema';
import { i18n } from '../i18n';
import { ChoiceInput } from './ChoiceInput';
import { Icon, type IconName } from './Icon';
import { RowNotes } from './RowNotes';
import type { PageActions, PreviewState } from './state';
import { Value } from './Value';
import { whyLeft } from './why';
import { becauseWords, fieldName, stateWords } from './words';

interface Props {
  row: PlanRow;
  state: PreviewState;
  actions: PageActions;
}

export function PreviewRow({ row, state: { form, plan, secrets, tokensPage }, actions }: Props) {
  const field = form.fields.find(({ key }) => key === row.key);
  const because = whyLeft(row, field, secrets);
  const picked = plan.choices.find(({ choice }) => choice.id === choiceOf(field));
  return (
    <tbody class="row" data-key={row.key} data-state={row.state} data-because={because}>
      <tr>
        <th scope="row">
          <Name row={row} actions={actions} />
        </th>
        {isThere(row) && (
          <td>
            <Now row={row} />
          </td>
        )}
        <td colSpan={isThere(row) ? 1 : 2}>
          {picked && isThere(row) ? (
            <ChoiceInput
              {...picked}
              label={fieldName(row.key)}
              onChoose={(value) => actions.choose(picked.choice.id, value)}
            />
          ) : (
            <Next row={row} because={because} />
          )}
          {picked && row.state === 'same' && <span class="soft">{i18n.t('page.preview.same')}</span>}
        </td>
      </tr>
      <RowNotes
        row={row}
        hint={row.state === 'later' ? undefined : field?.hint}
        tokensPage={because === 'no-secret' && row.key === 'api_token' ? tokensPage : undefined}
        actions={actions}
      />
    </tbody>
  );
}

function choiceOf(field: Field | undefined): string | null {
  return field?.value.from === 'choice' ? field.value.choice : null;
}

/** A row whose control can be seen on the page, so that its value says something. */
function isThere(row: PlanRow): boolean {
  return row.state === 'change' || row.state === 'same' || (row.state === 'left' && row.now !== undefined);
}

const icons: Partial<Record<PlanRow['state'], IconName>> = {
  same: 'check',
  missing: 'alert',
  ambiguous: 'alert',
  exposed: 'alert',
};

function Name({ row, actions }: { row: PlanRow; actions: PageActions }) {
  if (row.state !== 'change') {
    return (
      <span class="name">
        <Icon name={icons[row.state] ?? 'minus'} />
        {fieldName(row.key)}
      </span>
    );
  }
  return (
    <label class="name">
      <input
        type="checkbox"
        name="tick"
        checked={row.ticked}
        onChange={(event) => actions.tick(row.key, event.currentTarget.checked)}
      />
      {fieldName(row.key)}
    </label>
  );
}

function Now({ row }: { row: PlanRow }) {
  return (
    <>
      {row.isSecret ? <span class="soft">{i18n.t('page.preview.hidden')}</span> : <Value value={row.now} />}
      {row.ticked && row.warnings.includes('replaces-value') && (
        <span class="tag">{i18n.t('page.preview.replaces')}</span>
      )}
    </>
  );
}

function Next({ row, because }: { row: PlanRow; because: ReturnType<typeof whyLeft> }) {
  if (row.state === 'same') return <span class="soft">{i18n.t('page.preview.same')}</span>;
  if (row.state !== 'change') {
    return <span class="soft">{because ? becauseWords(because, row.key) : stateWords(row.state)}</span>;
  }
  if (!row.isSecret) return <Value value={row.next} />;
  return (
    <span role="img" aria-label={i18n.t('page.preview.secret', [fieldName(row.key)])}>
      ••••••••
    </span>
  );
}
