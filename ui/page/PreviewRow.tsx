/** One field of the preview: its tick, its value now, and the value or choice to come. */

import { i18n } from '#i18n';
import type { FieldWarning, Plan, PlanRow } from '@/engine/model';
import type { Form } from '@/recipes/schema';
import { ChoiceInput } from './ChoiceInput';
import { Icon } from './Icon';
import type { PageActions } from './state';
import { Value } from './Value';
import { fieldName, stateWords, warningWords } from './words';

interface Props {
  row: PlanRow;
  form: Form;
  choices: Plan['choices'];
  actions: PageActions;
}

export function PreviewRow({ row, form, choices, actions }: Props) {
  const picked = choices.find(({ choice }) => choice.id === choiceOf(form, row));
  const notes = row.warnings.filter((warning) => warning !== 'replaces-value');
  return (
    <tbody class="row" data-key={row.key} data-state={row.state}>
      <tr>
        <th scope="row">
          <Name row={row} actions={actions} />
        </th>
        <td>{isThere(row) && <Now row={row} />}</td>
        <td>
          {picked && isThere(row) ? (
            <ChoiceInput
              {...picked}
              label={fieldName(row.key)}
              onChoose={(value) => actions.choose(picked.choice.id, value)}
            />
          ) : (
            <Next row={row} />
          )}
          {picked && row.state === 'same' && <span class="soft">{i18n.t('page.preview.same')}</span>}
        </td>
      </tr>
      {(notes.length > 0 || row.extras.length > 0) && (
        <tr>
          <td colSpan={3}>
            <Notes notes={notes} row={row} actions={actions} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function choiceOf(form: Form, row: PlanRow): string | null {
  const value = form.fields.find((field) => field.key === row.key)?.value;
  return value?.from === 'choice' ? value.choice : null;
}

/** A row whose control can be seen on the page, so that its value says something. */
function isThere(row: PlanRow): boolean {
  return row.state === 'change' || row.state === 'same' || (row.state === 'left' && row.now !== undefined);
}

function Name({ row, actions }: { row: PlanRow; actions: PageActions }) {
  if (row.state !== 'change') {
    return (
      <span class="name">
        <Icon name={row.state === 'same' ? 'check' : row.state === 'missing' ? 'alert' : 'minus'} />
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

function Next({ row }: { row: PlanRow }) {
  if (row.state === 'same') return <span class="soft">{i18n.t('page.preview.same')}</span>;
  if (row.state !== 'change') return <span class="soft">{stateWords(row.state)}</span>;
  if (!row.isSecret) return <Value value={row.next} />;
  return (
    <span role="img" aria-label={i18n.t('page.preview.secret')}>
      ••••••••
    </span>
  );
}

function Notes({ notes, row, actions }: { notes: FieldWarning[]; row: PlanRow; actions: PageActions }) {
  return (
    <>
      {notes.map((warning) => (
        <p key={warning} class="note warn" data-warning={warning}>
          <Icon name="alert" />
          <span>{warningWords(warning)}</span>
        </p>
      ))}
      {row.extras.length > 0 && (
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
      )}
    </>
  );
}
