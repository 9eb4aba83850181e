/** Makes the messages of a profile's checks. */
import type { FieldMessageCode } from '../messages';
import type { FieldMessage, ProfileField } from '../schema';

/** What a check found, and the value as it would be saved when no message is an error. */
export interface Checked<T> {
  value: T;
  messages: FieldMessage[];
}

export function error(field: ProfileField, code: FieldMessageCode, ...substitutions: string[]): FieldMessage {
  return message('error', field, code, substitutions);
}

export function warning(field: ProfileField, code: FieldMessageCode, ...substitutions: string[]): FieldMessage {
  return message('warning', field, code, substitutions);
}

export function note(field: ProfileField, code: FieldMessageCode, ...substitutions: string[]): FieldMessage {
  return message('note', field, code, substitutions);
}

function message(
  level: FieldMessage['level'],
  field: ProfileField,
  code: FieldMessageCode,
  substitutions: string[],
): FieldMessage {
  return substitutions.length === 0 ? { field, level, code } : { field, level, code, substitutions };
}
