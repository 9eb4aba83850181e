/** Finds things inside a closed shadow root by the DevTools protocol and presses them with the mouse, by coordinates. */
import type { CDPSession, Page } from 'puppeteer-core';

const patience = 15_000;

/** The little of `DOM.Node` that is needed. */
interface DomNode {
  nodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
}

export interface Found {
  /** Middle of its box, in the page's coordinates. */
  x: number;
  y: number;
  attributes: Record<string, string>;
}

/** Everything with this attribute that is drawn inside a closed shadow root of the page. */
export async function findInClosedRoots(page: Page, attribute: string): Promise<Found[]> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const nodes = insideClosedRoots(root).filter((node) => attribute in attributesOf(node));
    const found = await Promise.all(nodes.map((node) => locate(session, node)));
    return found.filter((one) => one !== null);
  } finally {
    await session.detach();
  }
}

/** Waits for `attribute="value"` inside a closed root and presses its middle with the mouse. */
export async function clickInClosedRoot(page: Page, attribute: string, value: string): Promise<void> {
  const { x, y } = await waitInClosedRoot(page, attribute, value);
  await page.mouse.click(x, y);
}

/** Promises where it is, once it is there. */
export async function waitInClosedRoot(page: Page, attribute: string, value: string): Promise<Found> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const found = (await findInClosedRoots(page, attribute)).find((one) => one.attributes[attribute] === value);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No closed shadow root shows ${attribute}="${value}".`);
}

function insideClosedRoots(node: DomNode, isInside = false): DomNode[] {
  const roots = (node.shadowRoots ?? []).flatMap((root) =>
    insideClosedRoots(root, isInside || root.shadowRootType === 'closed'),
  );
  const children = (node.children ?? []).flatMap((child) => insideClosedRoots(child, isInside));
  return [...(isInside ? [node] : []), ...roots, ...children];
}

function attributesOf(node: DomNode): Record<string, string> {
  const flat = node.attributes ?? [];
  return Object.fromEntries(flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])));
}

/** Null for what has no box: it is not drawn. */
async function locate(session: CDPSession, node: DomNode): Promise<Found | null> {
  try {
    await session.send('DOM.scrollIntoViewIfNeeded', { nodeId: node.nodeId });
    const { model } = await session.send('DOM.getBoxModel', { nodeId: node.nodeId });
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.border;
    return { x: (x1 + x3) / 2, y: (y1 + y3) / 2, attributes: attributesOf(node) };
  } catch {
    return null;
  }
}
