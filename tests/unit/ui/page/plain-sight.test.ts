/** Every single check of the look at a press, with everything else in order; happy-dom has no layout, so it is said here. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Refusal } from '@/messaging/page-protocol';
import { lookAt } from '@/ui/page/plain-sight';
import type { Point } from '@/ui/page/position';

const plain = {
  opacity: '1',
  filter: 'none',
  maskImage: 'none',
  clipPath: 'none',
  mixBlendMode: 'normal',
  transform: 'none',
  translate: 'none',
  scale: 'none',
  rotate: 'none',
  cursor: 'auto',
};

let host: HTMLElement;
let control: HTMLElement;
let dialog: HTMLElement;
let placed: Point | null;
let isOpen: boolean;
/** What the browser would compute for an element, where it is not plain. */
let styles: Map<Element, Partial<typeof plain>>;
let rects: Map<Element, DOMRect>;
let coverAt: ((x: number, y: number) => boolean) | null;

beforeEach(() => {
  dialog = document.createElement('dialog');
  host = document.createElement('div');
  control = document.createElement('button');
  host.attachShadow({ mode: 'closed' }).append(control);
  dialog.append(host);
  document.documentElement.append(dialog);
  onTestFinished(() => dialog.remove());
  placed = { left: 100, top: 50 };
  styles = new Map();
  coverAt = null;
  rects = new Map([
    [host, new DOMRect(100, 50, 200, 32)],
    [control, new DOMRect(100, 50, 160, 32)],
  ]);
  isOpen = true;
  vi.spyOn(host, 'matches').mockImplementation((selector) => isOpen && selector === ':popover-open');
  Object.defineProperties(control, sized({ width: 160, height: 32 }));
  control.checkVisibility = () => true;
  for (const element of [host, control]) element.getBoundingClientRect = () => rects.get(element) ?? new DOMRect();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  document.elementFromPoint = (x, y) => (coverAt?.(x, y) ? document.body : host);
  document.elementsFromPoint = () => [host, document.body];
  vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(
    (element) => ({ ...plain, ...styles.get(element) }) as CSSStyleDeclaration,
  );
});

function sized({ width, height }: { width: number; height: number }): PropertyDescriptorMap {
  return { offsetWidth: { value: width, configurable: true }, offsetHeight: { value: height, configurable: true } };
}

const look = (): Refusal | null => lookAt(control, { host, placed: () => placed });

describe('a control in plain sight', () => {
  it('has nothing against it', () => {
    expect(look()).toBeNull();
  });

  it('may be drawn a fraction of a pixel off, and stand in a dialog that is centred by a transform', () => {
    rects.set(control, new DOMRect(100.4, 49.6, 160.3, 31.7));
    rects.set(host, new DOMRect(100.4, 49.6, 200, 32));
    styles.set(dialog, { transform: 'matrix(1, 0, 0, 1, -50, -50)' });
    expect(look()).toBeNull();
  });
});

function style(element: () => Element, name: keyof typeof plain, value: string): () => void {
  return () => styles.set(element(), { [name]: value });
}

const onControl = (): Element => control;
const onHost = (): Element => host;
const onDialog = (): Element => dialog;
const onRoot = (): Element => document.documentElement;
const onBody = (): Element => document.body;

function moved(rect: DOMRect): () => void {
  return () => {
    rects.set(control, rect);
    rects.set(host, rect);
    placed = { left: rect.left, top: rect.top };
    Object.defineProperties(control, sized(rect));
  };
}

const { innerWidth, innerHeight } = window;

it.each<[string, Refusal, () => void]>([
  ['the window is not in front', 'not-in-front', () => vi.mocked(document.hasFocus).mockReturnValue(false)],
  [
    'a frame has the keyboard',
    'not-in-front',
    () => vi.spyOn(document, 'activeElement', 'get').mockReturnValue(document.createElement('iframe')),
  ],
  ['the box is not in the top layer', 'hidden', () => (isOpen = false)],
  ['the browser does not draw it', 'hidden', () => (control.checkVisibility = () => false)],
  ['the control is see-through', 'hidden', style(onControl, 'opacity', '0.9')],
  ['the box is see-through', 'hidden', style(onHost, 'opacity', '0.5')],
  ['a dialog around is see-through', 'hidden', style(onDialog, 'opacity', '0.01')],
  ['the root is see-through', 'hidden', style(onRoot, 'opacity', '0.99')],
  ['the box has a filter', 'hidden', style(onHost, 'filter', 'opacity(0)')],
  ['the root has a filter', 'hidden', style(onRoot, 'filter', 'blur(3px)')],
  ['the box has a mask', 'hidden', style(onHost, 'maskImage', 'linear-gradient(#0000, #0000)')],
  ['the root is clipped', 'hidden', style(onRoot, 'clipPath', 'inset(50%)')],
  ['the root is blended', 'hidden', style(onRoot, 'mixBlendMode', 'difference')],
  ['the control is transformed', 'hidden', style(onControl, 'transform', 'scale(20)')],
  ['the box is transformed', 'hidden', style(onHost, 'transform', 'scale(20)')],
  ['the root is transformed', 'hidden', style(onRoot, 'transform', 'rotate(1deg)')],
  ['the box is moved by translate', 'hidden', style(onHost, 'translate', '9px')],
  ['the box is scaled', 'hidden', style(onHost, 'scale', '2')],
  ['the box is rotated', 'hidden', style(onHost, 'rotate', '1deg')],
  ['it is drawn narrower than laid out', 'hidden', () => rects.set(control, new DOMRect(100, 50, 100, 32))],
  ['it is drawn lower than laid out', 'hidden', () => rects.set(control, new DOMRect(100, 50, 160, 26))],
  ['it is too narrow', 'hidden', moved(new DOMRect(100, 50, 20, 32))],
  ['it is too low', 'hidden', moved(new DOMRect(100, 50, 160, 20))],
  ['it stands out at the left', 'hidden', moved(new DOMRect(-2, 50, 160, 32))],
  ['it stands out at the top', 'hidden', moved(new DOMRect(100, -2, 160, 32))],
  ['it stands out at the right', 'hidden', moved(new DOMRect(innerWidth - 158, 50, 160, 32))],
  ['it stands out at the bottom', 'hidden', moved(new DOMRect(100, innerHeight - 30, 160, 32))],
  ['the box was put nowhere', 'hidden', () => (placed = null)],
  ['the box is not where it was put, across', 'hidden', () => (placed = { left: 104, top: 50 })],
  ['the box is not where it was put, down', 'hidden', () => (placed = { left: 100, top: 54 })],
  ['its middle is covered', 'covered', () => (coverAt = (x, y) => x === 180 && y === 66)],
  ['its upper left corner is covered', 'covered', () => (coverAt = (x, y) => x < 110 && y < 60)],
  ['its upper right corner is covered', 'covered', () => (coverAt = (x, y) => x > 250 && y < 60)],
  ['its lower left corner is covered', 'covered', () => (coverAt = (x, y) => x < 110 && y > 70)],
  ['its lower right corner is covered', 'covered', () => (coverAt = (x, y) => x > 250 && y > 70)],
  ['the page hides the pointer around it', 'cursor', style(onBody, 'cursor', 'none')],
  ['the page paints the pointer around it', 'cursor', style(onBody, 'cursor', 'url(data:image/png,x), auto')],
])('A3: speaks against a press when %s', (_name, why, make) => {
  make();
  expect(look()).toBe(why);
});

it('looks for the pointer beyond all corners, and below the box', () => {
  const looked: string[] = [];
  document.elementsFromPoint = (x, y) => {
    looked.push(`${x} ${y}`);
    return [];
  };
  expect(look()).toBeNull();
  expect(looked).toEqual(['92 42', '308 42', '92 90', '308 90', '200 66']);
});
