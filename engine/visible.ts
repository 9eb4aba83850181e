/** Whether a person can see an element: the one place that asks the browser for layout (security.md 7.1). */

const smallestSide = 8;
const leastOpacity = 0.7;

export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < smallestSide || height < smallestSide) return false;
  return element.checkVisibility({ checkVisibilityCSS: true }) && opacityOf(element) >= leastOpacity;
}

/** Whether the element itself is shown, though it may lie in a part that is not, such as another tab. */
export function isDisplayed(element: Element): boolean {
  return getComputedStyle(element).display !== 'none';
}

/** What is left of an element's own colour after every ancestor has had its part. */
function opacityOf(element: Element): number {
  let product = 1;
  for (let at: Element | null = element; at; at = at.parentElement) {
    product *= Number(getComputedStyle(at).opacity || '1');
  }
  return product;
}
