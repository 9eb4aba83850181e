/** Whether our box is the uppermost in the top layer, measured where each other member lies. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { PageHost } from '@/ui/page/host';
import type { Point } from '@/ui/page/position';
import { isTopmost } from '@/ui/page/top-layer';

let element: HTMLElement;
let members: Element[];
/** What a press at a point would find below our stretched box, and whether our box comes first there. */
let found: (point: Point) => Element[];
let isFirst: (point: Point) => boolean;
let asked: Point[];

const host = (): PageHost =>
  ({
    element,
    isFirstAt: (point: Point) => {
      asked.push(point);
      return isFirst(point);
    },
  }) as unknown as PageHost;

function add(rect: DOMRect, root: Element | ShadowRoot = document.body): HTMLElement {
  const member = document.createElement('div');
  member.getBoundingClientRect = () => rect;
  root.append(member);
  members.push(member);
  return member;
}

/** happy-dom knows no top layer: the selector finds what a test has put there. */
function answer(root: Document | ShadowRoot): void {
  const search = root.querySelectorAll.bind(root);
  const own = (): Element[] => members.filter((member) => member.getRootNode() === root);
  Object.assign(root, {
    querySelectorAll: (selector: string) => (selector.includes(':popover-open') ? own() : search(selector)),
    elementsFromPoint: (left: number, top: number) => found({ left, top }).filter((one) => own().includes(one)),
  });
}

beforeEach(() => {
  const { querySelectorAll, elementsFromPoint } = document;
  onTestFinished(() => {
    document.body.replaceChildren();
    Object.assign(document, { querySelectorAll, elementsFromPoint });
  });
  element = document.createElement('div');
  document.body.append(element);
  members = [element];
  asked = [];
  found = () => members;
  isFirst = () => true;
  answer(document);
});

describe('isTopmost', () => {
  it('holds while our box is alone', () => {
    expect(isTopmost(host())).toBe(true);
    expect(asked).toEqual([]);
  });

  it('holds above other members, measured in the middle of what is seen of them', () => {
    add(new DOMRect(10, 20, 100, 40));
    add(new DOMRect(-50, -50, 100, 100));
    expect(isTopmost(host())).toBe(true);
    expect(asked).toEqual([
      { left: 60, top: 40 },
      { left: 25, top: 25 },
    ]);
  });

  it('A3: fails where another member comes first', () => {
    add(new DOMRect(10, 20, 100, 40));
    add(new DOMRect(300, 20, 100, 40));
    isFirst = ({ left }) => left < 300;
    expect(isTopmost(host())).toBe(false);
  });

  it('A3: fails when a member lets presses through, or has no size, so that nothing can be measured', () => {
    const member = add(new DOMRect(10, 20, 100, 40));
    found = () => members.filter((one) => one !== member);
    expect(isTopmost(host())).toBe(false);
  });

  it.each(['shadowRoot', 'openOrClosedShadowRoot'])('finds members in shadow roots of the page: %s', (property) => {
    const carrier = document.createElement('div');
    document.body.append(carrier);
    const root = carrier.attachShadow({ mode: 'closed' });
    Object.defineProperty(carrier, property, { value: root });
    answer(root);
    add(new DOMRect(10, 20, 100, 40), root);
    expect(isTopmost(host())).toBe(true);
    isFirst = () => false;
    expect(isTopmost(host())).toBe(false);
  });
});
