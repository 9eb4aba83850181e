/** The kinds of control a recipe can name, each with one driver in `engine/controls`, and how a control is found. */
import * as z from 'zod/mini';

export const text = z.string().check(z.minLength(1));

/** A CSS selector; used with `querySelectorAll`, so it must stand alone. */
export const selector = z.string().check(z.minLength(1));

/** How a control is found: selectors in order of trust, then label phrases in every language known. */
export const locator = z.strictObject({
  selectors: z.optional(z.array(selector)),
  /** Whole words to look for in the control's label; lower case, longest match wins. */
  labels: z.optional(z.array(text)),
});

/** One card of a group of option cards (radio buttons dressed as boxes). */
export const card = z.strictObject({ value: text, input: selector, label: selector });

/** A control kind; each has one driver in `engine/controls`. */
export const control = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  /** A write-only secret; `reveal` is the link that opens its box, when the box is closed. */
  z.strictObject({ kind: z.literal('password'), reveal: z.optional(selector) }),
  z.strictObject({ kind: z.literal('checkbox') }),
  /** A list of items in a Selectize box (github.com/selectize/selectize.js 0.13). The locator names the box around it. */
  z.strictObject({ kind: z.literal('selectize-list') }),
  /** One choice in a Selectize box. The locator names the box around it. */
  z.strictObject({ kind: z.literal('selectize-choice') }),
  /** Option cards, chosen by a click on their label. The locator names any one input of the group. */
  z.strictObject({ kind: z.literal('cards'), cards: z.array(card) }),
]);

export type Locator = z.infer<typeof locator>;
export type Control = z.infer<typeof control>;
export type Card = z.infer<typeof card>;
