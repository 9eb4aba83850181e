/** What this authentik has none of, or the page does not say, and what follows from it. */

import type { Lack } from '@/authentik/creation';
import type { PageProposal } from '@/messaging/create-protocol';
import { Notice } from '../../components/Notice';
import { i18n } from '../../i18n';

/** Without these nothing can be made. */
export function isImpossible({ lacks, choices }: PageProposal): boolean {
  return lacks.some(
    ({ what }) =>
      what === 'callback' ||
      (what === 'authorization-flow' && choices.authorizationFlows.length === 0) ||
      (what === 'invalidation-flow' && choices.invalidationFlows.length === 0),
  );
}

export function Lacks({ proposal }: { proposal: PageProposal }) {
  return (
    <>
      {proposal.lacks.map((lack) => (
        <Notice key={wordsOf(lack, proposal)} level={isFatal(lack, proposal) ? 'danger' : 'warning'} name={lack.what}>
          <p>{wordsOf(lack, proposal)}</p>
        </Notice>
      ))}
    </>
  );
}

function isFatal(lack: Lack, proposal: PageProposal): boolean {
  return isImpossible({ ...proposal, lacks: [lack] });
}

function wordsOf(lack: Lack, { app, choices }: PageProposal): string {
  switch (lack.what) {
    case 'callback':
      return i18n.t('authentikCreate.lackCallback', [app.name]);
    case 'scope':
      return i18n.t('authentikCreate.lackScope', [lack.scope]);
    case 'signing-key':
      return i18n.t('authentikCreate.lackKey');
    case 'authorization-flow':
      return i18n.t(
        choices.authorizationFlows.length === 0
          ? 'authentikCreate.noAuthorization'
          : 'authentikCreate.oddAuthorization',
      );
    case 'invalidation-flow':
      return i18n.t(
        choices.invalidationFlows.length === 0 ? 'authentikCreate.noInvalidation' : 'authentikCreate.oddInvalidation',
      );
  }
}
