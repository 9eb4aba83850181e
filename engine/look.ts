/** Reads a recognised form into plain data, without any secret. */
import { capture } from './capture';
import { driverFor } from './controls/drivers';
import { isTextBox } from './entries';
import { locate } from './locate';
import { locateMethod } from './method';
import type { Located, PageLook, Reading, Recognition } from './model';
import { noticesHere } from './notices';
import { isClosed } from './reveal';
import { saveNameOf } from './save';
import { isDisplayed } from './visible';
import { isSecret } from './wanted';

/** The page is hostile: it may hold more text than a panel, or a message, should carry. */
const longestValue = 4096;
const longestLabel = 60;

export function look(recognition: Recognition, url: URL): PageLook {
  const { recipe, form, variant, basePath, block } = recognition;
  const method = methodOf(recognition);
  const saveName = saveNameOf(recognition);
  return {
    app: recipe.id,
    form: form.id,
    ...(variant !== undefined && { variant }),
    ...(isClosed(recognition) && { isClosed: true }),
    origin: url.origin,
    basePath,
    readings: locate(recognition).map(readingOf),
    ...(method && { method }),
    callbacks: capture(recognition, url),
    notices: noticesHere(block.ownerDocument, url, recipe).map(({ id }) => id),
    ...(saveName !== undefined && { saveName }),
  };
}

function readingOf(located: Located): Reading {
  const { state, field } = located;
  const reading = { key: field.key, state };
  if (!('element' in located) || state === 'unfit') return reading;
  const { element } = located;
  if (isSecret(field) || field.control.kind === 'password') return { ...reading, holdsSecret: holdsSecret(element) };
  const now = driverFor(field.control).read(element);
  return now === null ? reading : { ...reading, now: typeof now === 'string' ? now.slice(0, longestValue) : now };
}

/** What a closed box holds is not sent by the page's Save. */
function holdsSecret(element: HTMLElement): boolean {
  return isTextBox(element) && element.value !== '' && isDisplayed(element);
}

function methodOf(recognition: Recognition): PageLook['method'] {
  const method = locateMethod(recognition);
  if (!method) return undefined;
  const { driver, element, wanted } = method;
  const now = driver.read(element);
  if (typeof now !== 'string') return undefined;
  return { now, nowLabel: (driver.label(element) || now).slice(0, longestLabel), isWanted: now === wanted.value };
}
