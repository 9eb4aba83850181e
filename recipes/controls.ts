/** The kinds of control a recipe can name, each with one driver in `engine/controls`, and how a control is found. */
import * as z from 'zod/mini';

export const text = z.string().check(z.minLength(1));

/** A CSS selector; used with `querySelectorAll`, so it must stand alone. */
export const selector = z.string().check(z.minLength(1));

/** How a control is found: selectors in order of trust, then label phrases in every language known. */
export const locator = z.strictObject({
  selectors: z.optional(z.array(selector)),
  /**
   * Where a selector names several: the one at `index`, counted from 0 in document order, and only when there are
   * exactly `of`. Any other number means another form, and nothing is found.
   */
  position: z.optional(z.strictObject({ index: z.number(), of: z.number() })),
  /** Whole words to look for in the control's label; lower case, longest match wins. */
  labels: z.optional(z.array(text)),
});

/** One card of a group of option cards (radio buttons dressed as boxes). */
export const card = z.strictObject({ value: text, input: selector, label: selector });

/** One option of a custom drop-down: its value, and the words people see for it in every language known. */
const option = z.strictObject({ value: text, labels: z.array(text) });

/** A control kind; each has one driver in `engine/controls`. */
export const control = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('textarea') }),
  /**
   * A write-only secret; `reveal` is the link that opens its box, when the box is closed. With `eye`, the page can show
   * the secret as text; while it does, nothing is written.
   */
  z.strictObject({ kind: z.literal('password'), reveal: z.optional(selector), eye: z.optional(z.literal(true)) }),
  /** A native choice list: chosen by the option's value, then by its words. */
  z.strictObject({ kind: z.literal('select') }),
  z.strictObject({ kind: z.literal('checkbox') }),
  /** A button with the role `switch` (ARIA 1.2), or a checkbox with it. */
  z.strictObject({ kind: z.literal('switch') }),
  /** A group of radio buttons, native or with the role `radio`. The locator names any one of the group. */
  z.strictObject({ kind: z.literal('radio') }),
  /** Option cards, chosen by a click on their label. The locator names any one input of the group. */
  z.strictObject({ kind: z.literal('cards'), cards: z.array(card) }),
  /** A button that opens a list of elements with the role `option` (ARIA 1.2, combobox). The locator names the button. */
  z.strictObject({ kind: z.literal('dropdown'), options: z.array(option) }),
  /**
   * A box of tags: each a `tag` with its `cross`, and an `input` that takes one on `key`, or on Enter. The locator names
   * the box.
   */
  z.strictObject({
    kind: z.literal('tags'),
    tag: selector,
    cross: selector,
    input: selector,
    key: z.optional(z.literal(',')),
  }),
  /** A list of items in a Selectize box (github.com/selectize/selectize.js 0.13). The locator names the box around it. */
  z.strictObject({ kind: z.literal('selectize-list') }),
  /** One choice in a Selectize box. The locator names the box around it. */
  z.strictObject({ kind: z.literal('selectize-choice') }),
]);

export type Locator = z.infer<typeof locator>;
export type Control = z.infer<typeof control>;
export type Card = z.infer<typeof card>;
