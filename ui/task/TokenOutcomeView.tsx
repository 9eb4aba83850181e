/** What was made of an account, its token and its rights, what was not and why, and where to mend it by hand. */

import type { AccessGap, AccessStep } from '@/authentik/model';
import type { TokenOutcome, TokenProposal } from '@/messaging/token-protocol';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { gapWords, readWords, stepWords } from '../words/token-words';
import type { CreateTokenState } from './create-token-state';
import { Quotes } from './Quotes';
import styles from './Task.module.css';

interface Props {
  state: CreateTokenState;
  proposal: TokenProposal;
  outcome: TokenOutcome;
}

export function TokenOutcomeView({ state, proposal, outcome }: Props) {
  const { steps, made, gaps, profile, left, isBound } = outcome;
  const isWhole = gaps.length === 0 && profile !== undefined;
  return (
    <section class={styles.part} data-section="token-outcome" data-whole={String(isWhole)}>
      <h2>{isWhole ? i18n.t('authentikToken.done') : i18n.t('authentikToken.partly')}</h2>
      <div role="status">
        <ul class={styles.list}>
          {steps.map((step) => (
            <li key={step} data-step={step} data-state={stateOf(step, outcome)}>
              {stepWords(step)}: {i18n.t(stateKeys[stateOf(step, outcome)])}
            </li>
          ))}
          <li data-step="profile" data-state={profile ? 'made' : 'not-tried'}>
            {i18n.t('authentikToken.stepProfile')}: {i18n.t(stateKeys[profile ? 'made' : 'not-tried'])}
          </li>
        </ul>
      </div>
      {gaps.map((gap) => (
        <Gap key={gap.step} gap={gap} baseUrl={state.authentik.baseUrl.value ?? ''} page={outcome.pages[gap.step]} />
      ))}
      {profile && !made.includes('group') && <ByHand proposal={proposal} name={outcome.name} />}
      {left && (
        <>
          <FailureNotice failure={left.failure} />
          <p>{i18n.t(left.what === 'profile' ? 'authentikToken.unkept' : 'authentikToken.unbound')}</p>
        </>
      )}
      {outcome.isForSession && <p>{i18n.t('authentikToken.forSession')}</p>}
      {isBound && (
        <p class={styles.buttons}>
          <Button rank={isWhole ? 'primary' : 'plain'} action="to-page" onPress={() => void state.toPage()}>
            {i18n.t('authentikToken.toPage', [proposal.appName])}
          </Button>
        </p>
      )}
    </section>
  );
}

const stateKeys = {
  made: 'authentikToken.stateMade',
  failed: 'authentikToken.stateFailed',
  'not-tried': 'authentikToken.stateNotTried',
} as const;

function stateOf(step: AccessStep, { made, gaps }: TokenOutcome): keyof typeof stateKeys {
  if (made.includes(step)) return 'made';
  return gaps.some((gap) => gap.step === step) ? 'failed' : 'not-tried';
}

function Gap({ gap, baseUrl, page }: { gap: AccessGap; baseUrl: string; page: string }) {
  const { text, quotes } = gapWords(gap, baseUrl);
  return (
    <Notice level="danger" urgent title={stepWords(gap.step)} name={gap.failure.kind}>
      <p>{text}</p>
      <Quotes quotes={quotes} />
      <p>
        <a href={page} target="_blank" rel="noreferrer" data-link={gap.step}>
          {i18n.t('authentikToken.lookThere')}
        </a>
      </p>
    </Notice>
  );
}

/** The token is of use as soon as somebody gives its account these rights. */
function ByHand({ proposal, name }: { proposal: TokenProposal; name: string }) {
  return (
    <div class={styles.part} data-section="by-hand">
      <p>{i18n.t('authentikToken.byHand', [name])}</p>
      <ul class={styles.list}>
        {proposal.reads.map((read) => (
          <li key={read}>{readWords(read)}</li>
        ))}
      </ul>
    </div>
  );
}
