/** The driver of each control kind a recipe can name. */
/** The driver of each control kind a recipe can name. */
import type { Control } from '@/recipes/schema';
import { cardsDriver } from './cards';
import { checkboxDriver } from './checkbox';
import type { Driver } from './driver';
import { dropdownDriver } from './dropdown';
import { passwordDriver } from './password';
import { radioDriver } from './radio';
import { selectDriver } from './select';
import { selectizeChoiceDriver } from './selectize-choice';
import { selectizeListDriver } from './selectize-list';
import { switchDriver } from './switch';
import { tagsDriver } from './tags';
import { textDriver } from './text';
import { textareaDriver } from './textarea';

export function driverFor(control: Control): Driver {
  switch (control.kind) {
    case 'text':
      return textDriver;
    case 'textarea':
      return textareaDriver;
    case 'password':
      return passwordDriver(control);
    case 'select':
      return selectDriver;
    case 'checkbox':
      return checkboxDriver;
    case 'switch':
      return switchDriver;
    case 'radio':
      return radioDriver;
    case 'cards':
      return cardsDriver(control);
    case 'dropdown':
      return dropdownDriver(control);
    case 'tags':
      return tagsDriver(control);
    case 'selectize-list':
      return selectizeListDriver;
    case 'selectize-choice':
      return selectizeChoiceDriver;
  }
}
