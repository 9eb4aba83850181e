/** Checks a client ID, a client secret or an API token. No message ever repeats the value. */
import { type Checked, error, note } from './message';

/** authentik takes printable ASCII, at most 255 characters (authentik sheet 2.4); a token's length has no limit. */
const longest = 255;
const printableAscii = /^[ -~]*$/;
/** An API token travels in a header, behind `Bearer` and a blank (RFC 6750, section 2.1). */
const withoutBlanks = /^[!-~]*$/;

/** The value without the blanks around it, which are trimmed and said so. `isOptional`: an empty field is right. */
export function checkCredential(
  field: 'clientId' | 'clientSecret' | 'apiToken',
  typed: string,
  { isOptional }: { isOptional: boolean },
): Checked<string> {
  const value = typed.trim();
  if (value === '') {
    return { value, messages: isOptional && typed === '' ? [] : [error(field, `${field}Missing`)] };
  }
  const messages = value === typed ? [] : [note(field, `${field}Trimmed`)];
  const characters = field === 'apiToken' ? withoutBlanks : printableAscii;
  if (!characters.test(value)) messages.push(error(field, `${field}Characters`));
  if (field !== 'apiToken' && value.length > longest) messages.push(error(field, `${field}TooLong`));
  return { value, messages };
}
