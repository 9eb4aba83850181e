/** The buttons of one line: changes are shown before they are made, everything else happens at once. */

import type { CheckLine, Remedy } from '@/messaging/check-report';
import { Button } from '../../components/Button';
import { i18n } from '../../i18n';
import { changeWords } from '../../words/change-words';
import { remedyWords } from '../../words/check-words';
import task from '../Task.module.css';
import type { CheckState } from './check-state';

export function Remedies({ state, line }: { state: CheckState; line: CheckLine }) {
  if (line.remedies.length === 0) return null;
  return (
    <p class={task.buttons}>
      {line.remedies.map((remedy, index) => (
        <RemedyButton key={keyOf(remedy)} state={state} line={line} remedy={remedy} isFirst={index === 0} />
      ))}
    </p>
  );
}

interface Props {
  state: CheckState;
  line: CheckLine;
  remedy: Remedy;
  isFirst: boolean;
}

function RemedyButton({ state, line, remedy, isFirst }: Props) {
  if (remedy.do === 'open-provider') {
    return (
      <a href={remedy.url} target="_blank" rel="noopener noreferrer" data-action="open-provider">
        {i18n.t('authentikCheck.openProvider')}
      </a>
    );
  }
  if (
    remedy.do === 'register' ||
    remedy.do === 'repair' ||
    remedy.do === 'take-secret' ||
    remedy.do === 'take-issuer-mode'
  ) {
    return (
      <Button action={remedy.do} rank={isFirst ? 'primary' : 'plain'} onPress={() => state.ask(line.id, remedy)}>
        {changeWords(remedy)}
      </Button>
    );
  }
  const press = {
    'fill-again': () => void state.showPage(),
    'open-page': () => void state.showPage(),
    'edit-profile': () => void state.editProfile(),
    allow: () => state.allow(),
    connect: () => state.connect(),
  }[remedy.do];
  return (
    <Button action={remedy.do} onPress={press}>
      {remedyWords(remedy.do)}
    </Button>
  );
}

function keyOf(remedy: Remedy): string {
  return remedy.do === 'register' ? `register ${remedy.callback}` : remedy.do;
}
