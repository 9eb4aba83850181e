/** Says what went wrong, why, and what to do next. */
import type { Failure } from '@/lib/result';
import { failureWords } from '../words/failure-words';
import { Notice } from './Notice';

export function FailureNotice({ failure }: { failure: Failure | null }) {
  if (!failure) return null;
  return (
    <Notice level="danger" urgent name={failure.kind}>
      <p>{failureWords(failure)}</p>
    </Notice>
  );
}
