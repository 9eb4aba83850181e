/** Finds the one control of every field of a recognised form, or says why not. */
import type { Located, Recognition } from './model';

export function locate(recognition: Recognition): Located[] {
  return recognition.form.fields.map((field) => ({ state: 'missing', field }));
}
