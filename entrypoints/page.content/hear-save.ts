/** Hears the person press the page's own Save, by the mouse or by Ctrl+Enter; touches nothing. */

type Test<T> = (target: T) => boolean;

/** What is pressed in our own panel (`isOurs`) never reaches the page, so it saves nothing there. */
export function hearSave(
  onSave: () => void,
  isSave: Test<Element>,
  isOurs: Test<EventTarget | null>,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal };
  document.addEventListener(
    'click',
    ({ isTrusted, target }) => {
      if (isTrusted && target instanceof Element && isWithin(target, isSave)) onSave();
    },
    options,
  );
  document.addEventListener(
    'keydown',
    ({ isTrusted, key, ctrlKey, metaKey, target }) => {
      if (isTrusted && key === 'Enter' && (ctrlKey || metaKey) && !isOurs(target)) onSave();
    },
    options,
  );
}

/** The press lands on the words or the icon inside the button as often as on the button. */
function isWithin(target: Element, isSave: Test<Element>): boolean {
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (isSave(element)) return true;
  }
  return false;
}
