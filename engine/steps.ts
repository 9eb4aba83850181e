/** Operates the sign-in method, tabs and cards that must be set before the fields can be filled. */
import type { Card, Step } from '@/recipes/schema';
import { chooseCard, inputOf } from './controls/cards';
import { press } from './controls/press';
import { locate, select } from './locate';
import { locateMethod } from './method';
import { rememberMethod } from './method-before';
import type { Recognition } from './model';
import { isVisible } from './visible';
import { until } from './wait';

/** How long a field may take to appear after a switch (security.md 7.3). */
const longestWait = 2000;

type Find = () => Recognition | null;

/**
 * Sets the app's sign-in method to the one the form is for; true when the page shows it and its fields. Some pages
 * lose a click made before their settings have arrived, so the control is looked at again and operated once more.
 */
export async function switchMethod(find: Find, signal: AbortSignal): Promise<boolean> {
  const isDone = (): boolean => isWanted(find) && hasFields(find());
  for (let attempt = 0; attempt < 2; attempt++) {
    const method = locateMethod(find());
    if (!method || signal.aborted) return false;
    const now = method.driver.read(method.element);
    if (typeof now === 'string' && now !== method.wanted.value) {
      rememberMethod(method.element, now);
      await method.driver.write({ resolve: () => locateMethod(find()), value: method.wanted.value, signal });
    }
    if (await until(isDone, longestWait, signal)) return true;
  }
  return false;
}

/** Opens what hides the fields; true when every field this version must have is there, once. */
export async function openFields(find: Find, signal: AbortSignal): Promise<boolean> {
  for (const step of find()?.form.steps ?? []) {
    if (step.do === 'open-tab') await openTab(step, find, signal);
    else await chooseProvider(step.cards, step.wanted, find, signal);
  }
  return until(() => hasEveryField(find()), longestWait, signal);
}

async function openTab(step: Extract<Step, { do: 'open-tab' }>, find: Find, signal: AbortSignal): Promise<void> {
  const recognition = find();
  const panel = recognition && panelOf(recognition, step.panel);
  if (!panel || isVisible(panel)) return;
  const name = panel.getAttribute(step.attribute);
  const tabs = select(recognition.block, { selectors: [step.tab] }).filter(
    (tab) => tab.getAttribute(step.attribute) === name && isVisible(tab),
  );
  const [tab] = tabs;
  if (!tab || tabs.length > 1 || !press(tab, recognition)) return;
  await until(() => isShown(find(), step.panel), longestWait, signal);
}

/** Versions without cards have their fields at once. A card that is chosen is never pressed: that may empty fields. */
async function chooseProvider(cards: readonly Card[], wanted: string, find: Find, signal: AbortSignal): Promise<void> {
  const card = cards.find(({ value }) => value === wanted);
  const isChosen = (): boolean => {
    const recognition = find();
    return recognition !== null && card !== undefined && cardInput(recognition, card)?.checked === true;
  };
  for (let attempt = 0; attempt < 2 && !isChosen() && !signal.aborted; attempt++) {
    const recognition = find();
    if (!recognition || !card || !cardInput(recognition, card) || !chooseCard(card, recognition)) return;
    await until(() => isChosen() && hasEveryField(find()), longestWait, signal);
  }
}

function cardInput({ block }: Recognition, card: Card): HTMLInputElement | null {
  return inputOf(block.ownerDocument, card);
}

function panelOf({ block }: Recognition, selector: string): HTMLElement | undefined {
  return select(block, { selectors: [selector] })[0];
}

function isShown(recognition: Recognition | null, selector: string): boolean {
  const panel = recognition && panelOf(recognition, selector);
  return panel !== null && panel !== undefined && isVisible(panel);
}

function isWanted(find: Find): boolean {
  const method = locateMethod(find());
  return method?.driver.holds(method.element, method.wanted.value) === true;
}

/** After the method: a field, or the cards that lead to the fields. */
function hasFields(recognition: Recognition | null): boolean {
  if (!recognition) return false;
  const steps = recognition.form.steps ?? [];
  const hasCards = steps.some(
    (step) => step.do === 'choose-card' && step.cards.some((card) => cardInput(recognition, card)),
  );
  return hasCards || locate(recognition).some(({ state }) => state !== 'missing');
}

function hasEveryField(recognition: Recognition | null): boolean {
  if (!recognition) return false;
  return locate(recognition).every(
    ({ state, field }) => field.optional || (state !== 'missing' && state !== 'ambiguous'),
  );
}
