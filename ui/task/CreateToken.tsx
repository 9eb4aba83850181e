/** Proposes a service account with an API token for an app that reads the directory, and makes what is confirmed. */
import { useEffect, useMemo } from 'preact/hooks';
import type { TokenProposal } from '@/messaging/token-protocol';
import { Button } from '../components/Button';
import { Field } from '../components/Field';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { readWords } from '../words/token-words';
import type { AuthentikState } from './authentik-state';
import { CreateTokenState } from './create-token-state';
import styles from './Task.module.css';
import { TokenOutcomeView } from './TokenOutcomeView';
import { TroubleNotice } from './TroubleNotice';

export function CreateToken({ state: authentik, tabId }: { state: AuthentikState; tabId: number }) {
  const state = useMemo(() => new CreateTokenState(authentik, tabId), [authentik, tabId]);
  useEffect(() => void state.propose(), [state]);
  const proposal = state.proposal.value;
  const outcome = state.outcome.value;
  return (
    <>
      {!proposal && (
        <TroubleNotice state={authentik} trouble={authentik.trouble.value} onRetry={() => void state.propose()} />
      )}
      {!proposal && authentik.isBusy.value && (
        <p class={styles.soft} role="status">
          {i18n.t('authentik.asking')}
        </p>
      )}
      {proposal && outcome && <TokenOutcomeView state={state} proposal={proposal} outcome={outcome} />}
      {proposal && !isOver(outcome) && <Proposal state={state} proposal={proposal} isRetry={outcome !== null} />}
    </>
  );
}

/** Nothing is left that could be tried again. */
function isOver(outcome: CreateTokenState['outcome']['value']): boolean {
  return outcome !== null && outcome.gaps.length === 0 && outcome.left?.what !== 'profile';
}

interface ProposalProps {
  state: CreateTokenState;
  proposal: TokenProposal;
  isRetry: boolean;
}

function Proposal({ state, proposal, isRetry }: ProposalProps) {
  const { authentik, outcome } = state;
  const isGoingOn = (outcome.value?.made.length ?? 0) > 0;
  const isBegun = proposal.isBegun || isGoingOn;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const typed = (name: string): string | undefined => form.get(name)?.toString().trim();
    state.create({ name: typed('tokenName'), description: typed('description') });
  };
  return (
    <form class={styles.part} onSubmit={submit} data-section="token-proposal">
      {!isRetry && <Lead state={state} proposal={proposal} />}
      {!isGoingOn && <Names proposal={proposal} />}
      {!isRetry && <Parts proposal={proposal} />}
      <TroubleNotice state={authentik} trouble={authentik.trouble.value} />
      <p class={styles.buttons}>
        <Button type="submit" rank="primary" action="create-token" busy={authentik.isBusy.value} autofocus>
          {isBegun ? i18n.t('authentikToken.goOn') : i18n.t('authentikToken.create')}
        </Button>
        {authentik.isBusy.value && (
          <Button rank="quiet" action="cancel-job" onPress={() => authentik.cancel()}>
            {i18n.t('common.cancel')}
          </Button>
        )}
      </p>
      {authentik.isBusy.value && authentik.progress.value && (
        <p class={styles.soft} role="status">
          {i18n.t('authentikToken.progress', [authentik.progress.value.done, authentik.progress.value.total])}
        </p>
      )}
    </form>
  );
}

/** What this is about, and what is to be known before. */
function Lead({ state: { authentik }, proposal }: Omit<ProposalProps, 'isRetry'>) {
  return (
    <>
      <h2>{i18n.t('authentikToken.title', [proposal.appName])}</h2>
      <p>{i18n.t('authentikToken.intro', [proposal.host])}</p>
      {authentik.account.value?.isSuperuser === false && (
        <Notice level="warning" name="no-superuser">
          <p>{i18n.t('authentikToken.noSuperuser')}</p>
        </Notice>
      )}
      {proposal.isBegun && (
        <Notice level="info" name="begun">
          <p>{i18n.t('authentikToken.begun')}</p>
        </Notice>
      )}
    </>
  );
}

/** What may be chosen; fixed as soon as something of it is there. */
function Names({ proposal }: { proposal: TokenProposal }) {
  const { appName, host } = proposal;
  return (
    <>
      <Field name="tokenName" label={i18n.t('authentikToken.name')} hint={i18n.t('authentikToken.nameHint')}>
        {(attributes) => (
          <input
            {...attributes}
            required
            pattern="[\-\w]{1,150}"
            defaultValue={proposal.name}
            readOnly={proposal.isBegun}
            spellcheck={false}
          />
        )}
      </Field>
      <Field name="description" label={i18n.t('authentikToken.purpose')}>
        {(attributes) => (
          <input {...attributes} maxLength={500} defaultValue={i18n.t('authentikToken.purposeText', [appName, host])} />
        )}
      </Field>
    </>
  );
}

/** Everything that will be there afterwards, before anything is sent. */
function Parts({ proposal: { reads, host } }: { proposal: TokenProposal }) {
  return (
    <>
      <h2>{i18n.t('authentikToken.parts')}</h2>
      <ul class={styles.list}>
        <li data-part="account">{i18n.t('authentikToken.partAccount')}</li>
        <li data-part="token">{i18n.t('authentikToken.partToken')}</li>
        <li data-part="rights">
          {i18n.t('authentikToken.partRights')}
          <ul>
            {reads.map((read) => (
              <li key={read} data-read={read}>
                {readWords(read)}
              </li>
            ))}
          </ul>
        </li>
        <li data-part="profile">{i18n.t('authentikToken.partProfile', [host])}</li>
      </ul>
    </>
  );
}
