/** How the making ended: what is there now, what is not, and the way on. */

import type { CreateReport } from '@/messaging/create-protocol';
import { Button } from '../../components/Button';
import { CopyButton } from '../../components/CopyButton';
import { Notice } from '../../components/Notice';
import { i18n } from '../../i18n';
import { failureWords } from '../../words/failure-words';
import { Quotes } from '../Quotes';
import styles from '../Task.module.css';
import own from './Create.module.css';
import type { CreateState } from './create-state';
import { endWords } from './end-words';

interface Props {
  state: CreateState;
  report: CreateReport;
}

export function CreateEnd({ state, report }: Props) {
  const { end, left } = report;
  const { level, text, quotes } = endWords(report, state.authentik.baseUrl.value ?? '');
  return (
    <section class={styles.part} data-section="create-end" data-end={end.is} data-left={left?.what}>
      <Notice level={level} name={end.is} urgent={level === 'danger'}>
        <p>{text}</p>
        {end.is === 'made' && !left && (
          <p>{i18n.t('authentikCreate.stored', [state.proposal.value?.app.name ?? ''])}</p>
        )}
        <Quotes quotes={quotes} />
      </Notice>
      {left && (
        <Notice level="danger" urgent name={`left-${left.what}`}>
          <p>{i18n.t(left.what === 'profile' ? 'authentikCreate.leftProfile' : 'authentikCreate.leftPage')}</p>
          <p>{failureWords(left.failure)}</p>
        </Notice>
      )}
      <WayOn state={state} report={report} />
    </section>
  );
}

function WayOn({ state, report: { client, end, left } }: Props) {
  const isStored = left?.what !== 'profile';
  const canLookAgain = end.is === 'half' || end.is === 'unsure' || !isStored;
  const isThere = end.is === 'made' || end.is === 'half' || end.is === 'unsure';
  return (
    <>
      {client && isThere && (
        <p class={own.client} data-client-id={client.clientId}>
          {i18n.t('authentikCreate.clientId')} <code>{client.clientId}</code>{' '}
          <CopyButton text={client.clientId} what={i18n.t('authentikCreate.clientId')} />{' '}
          <a data-action="open-application" href={client.adminPage} target="_blank" rel="noopener noreferrer">
            {i18n.t('authentikCreate.openThere')}
          </a>
        </p>
      )}
      <p class={styles.buttons}>
        {canLookAgain && (
          <Button
            rank="primary"
            action="look-again"
            busy={state.authentik.isBusy.value}
            onPress={() => void state.resume()}
          >
            {i18n.t(isStored ? 'authentikCreate.lookAgain' : 'authentikCreate.storeAgain')}
          </Button>
        )}
        {end.is === 'taken' && (
          <Button action="take-free" onPress={() => state.type({ [end.what]: end.free })}>
            {i18n.t('authentikCreate.takeFree', [end.free])}
          </Button>
        )}
      </p>
    </>
  );
}
