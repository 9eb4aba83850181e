/** Holds a line of the preview against what the static page answers for that field. */
import { expect } from 'vitest';
import type { PlanRow } from '@/engine/model';
import { answerAt, type Drawn, gaps, listed, marked, type ProfileKind, secretOf, wantedBy } from './static-page';

/** `kind` is the profile's, which holds its own secret and no other. */
export function expectRow(row: PlanRow, drawn: Drawn, kind: ProfileKind): void {
  const [element] = marked(row.key);
  if (gaps().includes(row.key)) expectGap(row);
  else if (!element) expectNowhere(row);
  else if (row.isSecret) expectSecret(row, element, kind);
  else if (element.hasAttribute('data-answer-items')) expectList(row, element, drawn, kind);
  else expectText(row, element, drawn, kind);
}

function expectGap(row: PlanRow): void {
  expect([row.key, row.state === 'absent' || row.state === 'missing' || row.state === 'later']).toEqual([
    row.key,
    true,
  ]);
}

/** On another step of the page, or on another version of the app. */
function expectNowhere({ key, state }: PlanRow): void {
  const isLater = listed('later').includes(key);
  expect([key, state]).toEqual([key, isLater ? 'later' : 'absent']);
  if (!isLater) expect(listed('not-on-this-version')).toContain(key);
}

function expectSecret(row: PlanRow, element: HTMLElement, kind: ProfileKind): void {
  const isHeld = element.getAttribute('data-answer-value') === `{${secretOf[kind]}}`;
  const state = answerAt(element, 'plan', kind) ?? (isHeld ? 'change' : 'left');
  expect(row).toMatchObject({ state, ticked: state === 'change' });
  expect([row.now, row.next]).toEqual([undefined, undefined]);
}

function expectText(row: PlanRow, element: HTMLElement, drawn: Drawn, kind: ProfileKind): void {
  const expected = answerAt(element, 'plan', kind) ?? 'change';
  if (expected === 'kept') {
    expect(row).toMatchObject({ state: 'change', ticked: false, next: wantedBy(element, drawn) });
    return;
  }
  expect(row).toMatchObject({ state: expected, ticked: expected === 'change' });
  if (expected !== 'same' && expected !== 'change') return;
  const holds = expected === 'same' ? row.now : row.next;
  expect([row.key, holds]).toEqual([row.key, wantedBy(element, drawn)]);
}

/** What the app holds beyond ours stays, unless it is what a fresh install holds. */
function expectList(row: PlanRow, element: HTMLElement, drawn: Drawn, kind: ProfileKind): void {
  const expected = answerAt(element, 'plan', kind);
  if (expected !== null) {
    expect(row).toMatchObject({ state: expected, ticked: expected === 'change' });
    return;
  }
  const stays = (element.getAttribute('data-answer-stays') ?? '').split(' ').filter((item) => item !== '');
  const wanted = [...wantedBy(element, drawn)];
  expect(row.next).toEqual(wanted);
  expect(row.extras).toEqual(stays.filter((item) => !wanted.includes(item)));
  expect(row.removeExtras).toBe(false);
  const held = Array.isArray(row.now) ? row.now : [];
  const isWhole = wanted.every((item) => held.includes(item));
  const isThere = isWhole && held.every((item) => wanted.includes(item) || stays.includes(item));
  expect(row).toMatchObject(isThere ? { state: 'same', ticked: false } : { state: 'change', ticked: true });
}
