/** A choice of the recipe, made in the preview: one of a closed list, or a short text. */

import type { Choice } from '@/recipes/schema';
import { i18n } from '../i18n';

interface Props {
  choice: Choice;
  value: string;
  /** Name of the field it decides. */
  label: string;
  onChoose(value: string): void;
}

export function ChoiceInput({ choice, value, label, onChoose }: Props) {
  if (choice.kind === 'text') {
    return (
      <input
        class="choice"
        type="text"
        name="choice"
        data-choice={choice.id}
        aria-label={label}
        maxLength={80}
        placeholder={choice.default}
        defaultValue={value}
        onInput={(event) => onChoose(event.currentTarget.value)}
      />
    );
  }
  return (
    <select
      class="choice"
      name="choice"
      data-choice={choice.id}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {(choice.options ?? []).map((option) => (
        <option key={option} value={option} selected={option === value}>
          {optionWords(option)}
        </option>
      ))}
    </select>
  );
}

/** Every other option is a value of the app's own and stands as it is. */
function optionWords(option: string): string {
  if (option === 'leave') return i18n.t('page.preview.leave');
  if (option === 'on') return i18n.t('page.preview.on');
  return option === 'off' ? i18n.t('page.preview.off') : option;
}
