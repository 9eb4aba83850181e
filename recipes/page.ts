/** How a page is known: its address, and what must and must not be on it. */
import * as z from 'zod/mini';
import { selector, text } from './controls';
import { fieldKeys } from './field-keys';

/**
 * A glob. In a host `*` stands for exactly one label; in a path or hash for any run of characters.
 * Every other character, `?` too, stands for itself.
 */
const glob = text;
const fieldKey = z.enum(fieldKeys);

export const page = z.strictObject({
  /** Hosts the app runs under, over https only; left out for self-hosted apps. */
  hosts: z.optional(z.array(glob)),
  /** Labels the `*` of a host never stands for: the vendor's own sites beside its customers'. */
  reservedLabels: z.optional(z.array(text)),
  paths: z.optional(z.array(glob)),
  /** `location.hash` with its `#`. */
  hashes: z.optional(z.array(glob)),
});

/** What must be, and must not be, in the document. */
export const markers = z.strictObject({
  present: z.array(selector),
  absent: z.optional(z.array(selector)),
  /** Globs that no line of text on the page fits, seen or folded away; white space is one blank. */
  absentLines: z.optional(z.array(glob)),
  /** Elements that must say one of these texts, as a whole and as a person sees it. */
  texts: z.optional(z.array(z.strictObject({ selector, oneOf: z.array(text) }))),
  /** Fields whose visible, editable controls prove the form where no selector can. */
  fields: z.optional(
    z.strictObject({
      every: z.array(fieldKey),
      atLeast: z.optional(z.strictObject({ count: z.number(), of: z.array(fieldKey) })),
      /** Fields of a neighbouring form, none of which may be found. */
      none: z.optional(z.array(fieldKey)),
    }),
  ),
});

/**
 * The block of the page a recipe may touch: a selector; the first selector of a list that names one; the `closest`
 * ancestor of the line of text that fits a glob; or `fields`, the smallest element around the fields found by label.
 */
export const within = z.union([
  z.literal('fields'),
  selector,
  z.strictObject({ firstOf: z.array(selector) }),
  z.strictObject({ line: glob, closest: selector }),
]);

export type PageMatch = z.infer<typeof page>;
export type Markers = z.infer<typeof markers>;
export type Within = z.infer<typeof within>;
