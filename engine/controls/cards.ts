/** Chooses an option card by a click on its label; never sets `checked`, which jams React's boxes. */
import type { Card, Control } from '@/recipes/schema';
import { chunksOf } from '../chunks';
import { isEditable } from '../entries';
import type { Recognition } from '../model';
import { isVisible } from '../visible';
import { twoFrames, until } from '../wait';
import type { Driver, Target } from './driver';
import { press } from './press';

/** How long a page may take to show the card it was given (page sheet portainer.md 2). */
const longestWait = 1000;

type Cards = Extract<Control, { kind: 'cards' }>;

export function cardsDriver({ cards }: Cards): Driver {
  const read = ({ ownerDocument }: HTMLElement): string => chosenCard(ownerDocument, cards)?.value ?? '';
  const isChosen = (target: Target | null, value: unknown): boolean =>
    target !== null && read(target.element) === value;
  return {
    state: (element) => (isEditable(element) ? 'found' : 'managed'),
    read,
    label: ({ ownerDocument }) => labelOf(ownerDocument, chosenCard(ownerDocument, cards)),
    holds: (element, value) => read(element) === value,
    write: async ({ resolve, value, signal }) => {
      const target = resolve();
      const card = cards.find((candidate) => candidate.value === value);
      if (!target || !card || !chooseCard(card, target.recognition)) return false;
      // The browser shows the card at once; what counts is what the page makes of it.
      await twoFrames(signal);
      return until(() => isChosen(resolve(), value), longestWait, signal);
    },
  };
}

/** True when the card is chosen already or was pressed; false when it cannot be pressed. */
export function chooseCard(card: Card, recognition: Recognition): boolean {
  const { ownerDocument } = recognition.block;
  if (inputOf(ownerDocument, card)?.checked) return true;
  const label = ownerDocument.querySelector<HTMLElement>(card.label);
  return label !== null && isVisible(label) && press(label, recognition);
}

export function inputOf(document: Document, card: Card): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(card.input);
}

function chosenCard(document: Document, cards: readonly Card[]): Card | undefined {
  return cards.find((card) => inputOf(document, card)?.checked);
}

/** The first piece of the label's text; the rest explains it, and links and pictures in it lead elsewhere. */
function labelOf(document: Document, card: Card | undefined): string {
  const label = card && document.querySelector(card.label);
  return (label && chunksOf(label, Array.from(label.querySelectorAll('a, svg')))[0]?.text) ?? '';
}
