/** Checks a client ID or a client secret. No message ever repeats the value. */
import { type Checked, error, note } from './message';

/** authentik takes printable ASCII, at most 255 characters (authentik sheet 2.4). */
const longest = 255;
const printableAscii = /^[ -~]*$/;

/** The value without the blanks around it, which are trimmed and said so. `isOptional`: an empty field is right. */
export function checkCredential(
  field: 'clientId' | 'clientSecret',
  typed: string,
  { isOptional }: { isOptional: boolean },
): Checked<string> {
  const value = typed.trim();
  if (value === '') {
    return { value, messages: isOptional && typed === '' ? [] : [error(field, `${field}Missing`)] };
  }
  const messages = value === typed ? [] : [note(field, `${field}Trimmed`)];
  if (!printableAscii.test(value)) messages.push(error(field, `${field}Characters`));
  if (value.length > longest) messages.push(error(field, `${field}TooLong`));
  return { value, messages };
}
