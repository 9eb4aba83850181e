/** The names of a recipe's choices and of their options; one that has no words of its own is shown as it is. */
import { i18n } from '#i18n';

const choices = new Map<string, () => string>([
  ['user_identifier', () => i18n.t('choice.user_identifier')],
  ['button_text', () => i18n.t('choice.button_text')],
  ['claim', () => i18n.t('choice.claim')],
  ['allow_admin', () => i18n.t('choice.allow_admin')],
]);

const options = new Map<string, () => string>([
  ['leave', () => i18n.t('choice.leave')],
  ['on', () => i18n.t('choice.on')],
  ['off', () => i18n.t('choice.off')],
]);

export function choiceLabel(id: string): string {
  return choices.get(id)?.() ?? id;
}

/** Options such as `sub` or `preferred_username` are claims: they have the same name in every language. */
export function optionLabel(option: string): string {
  return options.get(option)?.() ?? option;
}
