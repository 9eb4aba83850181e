/** The driver of each control kind a recipe can name. */
import type { Control } from '@/recipes/schema';
import { cardsDriver } from './cards';
import { checkboxDriver } from './checkbox';
import type { Driver } from './driver';
import { passwordDriver } from './password';
import { selectizeChoiceDriver } from './selectize-choice';
import { selectizeListDriver } from './selectize-list';
import { textDriver } from './text';

export function driverFor(control: Control): Driver {
  switch (control.kind) {
    case 'text':
      return textDriver;
    case 'password':
      return passwordDriver(control);
    case 'checkbox':
      return checkboxDriver;
    case 'selectize-list':
      return selectizeListDriver;
    case 'selectize-choice':
      return selectizeChoiceDriver;
    case 'cards':
      return cardsDriver(control);
  }
}
