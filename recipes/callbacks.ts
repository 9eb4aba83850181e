/** Where the redirect URIs an app needs are learnt, and how authentik is to compare them. */
import * as z from 'zod/mini';
import { selector, text } from './controls';
import { fieldKeys } from './field-keys';

/** How authentik keeps the address: compared `strict` (default) or as `regex`; for the `authorization` or the `logout`. */
const entry = {
  matching: z.optional(z.literal('regex')),
  kind: z.optional(z.literal('logout')),
};
/** A glob the path of an address must fit; one that does not is shown with a warning. */
const path = z.optional(text);

export const callback = z.discriminatedUnion('how', [
  /** The text of an element; several addresses are split on white space. */
  z.strictObject({ how: z.literal('text'), selector, path, ...entry }),
  /** Any text of the block that is, as a whole, an address with this path. */
  z.strictObject({ how: z.literal('address'), path: text, ...entry }),
  /** The value of a read-only box. */
  z.strictObject({ how: z.literal('input'), selector, path, ...entry }),
  /** What a field of this form holds now. */
  z.strictObject({ how: z.literal('field'), key: z.enum(fieldKeys), path, ...entry }),
  /** Every https address in the part of the page under a heading or label, outside the form's own fields. */
  z.strictObject({ how: z.literal('near-label'), labels: z.array(text), ...entry }),
  /** An example whose host is a dummy: its path and query under the page's own origin; counts as computed. */
  z.strictObject({ how: z.literal('example'), selector, path, ...entry }),
  z.strictObject({ how: z.literal('computed'), template: text, ...entry }),
  z.strictObject({ how: z.literal('fixed'), url: text, ...entry }),
  /** The app shows it only once it has saved: said, and read when the page is looked at again. */
  z.strictObject({ how: z.literal('after-save') }),
]);

export type CallbackSource = z.infer<typeof callback>;
