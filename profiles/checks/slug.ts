/** Checks the slug of an application, from its own field and from the address. */
import { reservedSlugs } from '@/authentik/endpoints';
import type { FieldMessage } from '../schema';
import { type Checked, error, warning } from './message';

/** authentik before 2025.12 takes no longer one (authentik sheet 2.6). */
const longestSlug = 50;

/** The slug: what the field holds, or, when it is empty, what the address says. */
export function checkSlug(typed: string, inAddress: string | undefined): Checked<string> {
  const value = typed.trim() || inAddress || '';
  if (value === '') return { value, messages: [error('slug', 'slugMissing')] };
  const messages: FieldMessage[] = [];
  if (inAddress !== undefined && inAddress !== value) messages.push(error('slug', 'slugDiffers', inAddress, value));
  if (!/^[A-Za-z0-9_-]+$/.test(value)) messages.push(error('slug', 'slugCharacters', value));
  if (reservedSlugs.some((reserved) => reserved === value)) messages.push(error('slug', 'slugReserved', value));
  if (value.length > longestSlug) messages.push(warning('slug', 'slugLong', value));
  return { value, messages };
}
