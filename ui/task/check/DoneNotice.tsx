/** What a change has come to, in words, and the way back where there is one. */

import type { CheckId } from '@/authentik/model';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { i18n } from '../../i18n';
import { doneWords } from '../../words/change-words';
import task from '../Task.module.css';
import type { CheckState, Done } from './check-state';

export function DoneNotice({ state, line, done }: { state: CheckState; line: CheckId; done: Done }) {
  const isPartial = done.did === 'register' && !done.isNoted;
  return (
    <div role="status">
      <Notice level={isPartial ? 'warning' : 'ok'} name={`done-${done.did}`}>
        {doneWords(done).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {canUndo(done) && (
          <p class={task.buttons}>
            <Button action="undo-change" busy={state.authentik.isBusy.value} onPress={() => void state.undo(line)}>
              {i18n.t('authentikCheck.undo')}
            </Button>
          </p>
        )}
      </Notice>
    </div>
  );
}

function canUndo(done: Done): boolean {
  if (done.did === 'register') return done.plan.is === 'added' && done.undone === undefined;
  return done.did === 'repair' && done.undone === undefined;
}
