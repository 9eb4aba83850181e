/** Makes of an answer's status, type and text either its JSON or a named failure; authentik sheet 2.9. */

import { ok, type Result } from '@/lib/result';
import type { ApiFailure, FieldError } from '../model';

export interface Answer {
  status: number;
  /** As the header says it; empty when there is none. */
  contentType: string;
  text: string;
}

/** What the text holds: data, data that ends in the middle, or something else, such as a page. */
type Body = { is: 'json'; value: unknown } | { is: 'cut-off' } | { is: 'other' };

const longestDetail = 300;
const mostErrors = 20;
/** authentik nests one level in the transactional call, and lists bring one more. */
const deepestField = 4;

/** Answers 204 with `undefined`. Words that stand for authentik's are cut and hold no control characters. */
export function readAnswer(answer: Answer): Result<unknown, ApiFailure> {
  const { status } = answer;
  if (status === 204) return ok(undefined);
  const body = bodyOf(answer);
  if (status < 200 || status > 299) return { ok: false, failure: refusalOf(status, body) };
  if (body.is === 'json') return ok(body.value);
  return { ok: false, failure: { kind: body.is === 'cut-off' ? 'cut-off' : 'not-json' } };
}

function bodyOf({ contentType, text }: Answer): Body {
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType)) return { is: 'other' };
  try {
    return { is: 'json', value: JSON.parse(text) };
  } catch {
    // A proxy that loses its server in the middle ends the answer as if it were whole.
    return { is: 'cut-off' };
  }
}

function refusalOf(status: number, body: Body): ApiFailure {
  if (status >= 500) return { kind: 'server-fault', status };
  if (status === 404 && body.is !== 'json') return { kind: 'no-api' };
  const errors = body.is === 'json' ? errorsIn(body.value) : [];
  if (status === 400 && body.is === 'json') return { kind: 'refused', errors };
  const kind = kindOf(status);
  if (kind === undefined) return { kind: 'unexpected-status', status };
  const detail = errors[0]?.text;
  return detail === undefined ? { kind } : { kind, detail };
}

/** authentik answers 403 where others answer 401 (authentik sheet 2.1); a proxy in front may do either. */
function kindOf(status: number): 'not-signed-in' | 'forbidden' | 'not-found' | undefined {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'not-found' : undefined;
}

function errorsIn(body: unknown): FieldError[] {
  return collect(body, []).slice(0, mostErrors);
}

/** Every text in the answer with the path that leads to it; a list adds its positions only to what is no text. */
function collect(value: unknown, path: string[]): FieldError[] {
  if (typeof value === 'string') return [{ field: path.join('.'), text: plain(value) }];
  if (typeof value !== 'object' || value === null || path.length >= deepestField) return [];
  return Object.entries(value)
    .slice(0, mostErrors)
    .flatMap(([key, inner]) => collect(inner, addsNothing(key, inner, value) ? path : [...path, key]));
}

/** `non_field_errors` and `detail` are about the whole; the position of a text in its list says nothing. */
function addsNothing(key: string, inner: unknown, value: object): boolean {
  if (Array.isArray(value)) return typeof inner === 'string';
  return key === 'non_field_errors' || key === 'detail';
}

function plain(text: string): string {
  const oneLine = text
    .slice(0, 2 * longestDetail)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return oneLine.length > longestDetail ? `${oneLine.slice(0, longestDetail)}…` : oneLine;
}
