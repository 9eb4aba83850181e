/** Where the button and the panel go, in the viewport; pure geometry. */

export interface Point {
  left: number;
  top: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Point, Size {}

export type Side = 'left' | 'right';

const gap = 8;
const margin = 16;

/**
 * The first place beside the anchor that lies in the viewport and covers nothing; failing that, the first that lies
 * in the viewport; null when the anchor is out of sight, so that the button hides with it.
 */
export function besideAnchor(
  anchor: Box,
  at: 'after' | 'top-right',
  size: Size,
  viewport: Size,
  covers: (box: Box) => boolean,
): Point | null {
  if (!isInside(cornerOf(anchor, at), viewport)) return null;
  const places = placesFor(anchor, at, size).filter((box) => fits(box, viewport));
  return places.find((box) => !covers(box)) ?? places[0] ?? null;
}

/**
 * The side of the viewport where a panel of full height covers least: never Save if that can be avoided, wherever the
 * page is scrolled to.
 */
export function freerSide(now: Side, width: number, viewport: Size, save: Box[], fields: Box[]): Side {
  const cost = (side: Side): number => {
    const panel = { ...atSide(side, { width, height: viewport.height }, viewport), width, height: viewport.height };
    const covered = (boxes: Box[]): number => boxes.reduce((sum, box) => sum + overlap(panel, box), 0);
    return covered(save.map((box) => ({ ...box, top: 0, height: viewport.height }))) * 1000 + covered(fields);
  };
  const other = now === 'right' ? 'left' : 'right';
  return cost(other) < cost(now) ? other : now;
}

/** The upper corner of a side. */
export function atSide(side: Side, size: Size, viewport: Size): Point {
  const right = Math.max(viewport.width - size.width - margin, 0);
  return { left: side === 'right' ? right : Math.min(margin, right), top: margin };
}

/** Points of a box that tell whether it covers or is covered: near the corners, and the middle. */
export function probes({ left, top, width, height }: Box, inset: number): Point[] {
  const right = left + width - inset;
  const bottom = top + height - inset;
  return [
    { left: left + inset, top: top + inset },
    { left: right, top: top + inset },
    { left: left + inset, top: bottom },
    { left: right, top: bottom },
    { left: left + width / 2, top: top + height / 2 },
  ];
}

function placesFor(anchor: Box, at: 'after' | 'top-right', size: Size): Box[] {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const middle = anchor.top + (anchor.height - size.height) / 2;
  const points: Point[] =
    at === 'after'
      ? [
          { left: right + gap, top: middle },
          { left: anchor.left, top: bottom + gap },
          { left: anchor.left, top: anchor.top - size.height - gap },
          { left: anchor.left - size.width - gap, top: middle },
        ]
      : [
          { left: right - size.width, top: anchor.top - size.height - gap },
          { left: right - size.width - gap, top: anchor.top + gap },
          { left: right + gap, top: anchor.top },
          { left: anchor.left, top: anchor.top - size.height - gap },
        ];
  return points.map((point) => ({ left: Math.round(point.left), top: Math.round(point.top), ...size }));
}

/** The spot of the anchor that must be in sight: its right end, or its top right corner. */
function cornerOf(anchor: Box, at: 'after' | 'top-right'): Point {
  const top = at === 'after' ? anchor.top + anchor.height / 2 : anchor.top;
  return { left: anchor.left + anchor.width, top };
}

function isInside({ left, top }: Point, viewport: Size): boolean {
  return left >= 0 && top >= 0 && left <= viewport.width && top <= viewport.height;
}

function fits(box: Box, viewport: Size): boolean {
  return isInside(box, viewport) && isInside({ left: box.left + box.width, top: box.top + box.height }, viewport);
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
