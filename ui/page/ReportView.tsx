/** The report: how every field ended, what goes into authentik, what is left to do, and the way back. */

import { i18n } from '#i18n';
import type { FieldReport, Outcome } from '@/engine/model';
import { Action } from './Action';
import { Advice } from './Advice';
import { CardHead } from './CardHead';
import { Icon, type IconName } from './Icon';
import { countFields } from './report';
import type { PageActions, ReportState } from './state';
import { fieldName, outcomeWords } from './words';

interface Props {
  state: ReportState;
  actions: PageActions;
  ready: boolean;
}

export function ReportView({ state, actions, ready }: Props) {
  const { report, restore } = state;
  const { filled, already, wanted } = countFields(report.fields);
  const isRestored = restore.state === 'done';
  const isAllGood = filled === wanted;
  return (
    <>
      <CardHead
        title={
          isRestored ? i18n.t('page.restored.title') : i18n.t('page.report.title', [String(filled), String(wanted)])
        }
        onClose={() => actions.close()}
      />
      <div class="body">
        {isRestored ? (
          <Restored fields={restore.fields} secretKept={restore.secretKept} />
        ) : (
          <>
            {already > 0 && <p class="text">{i18n.t('page.report.already', [String(already)])}</p>}
            {!isAllGood && (
              <p class="note warn">
                <Icon name="alert" />
                <span>{i18n.t('page.report.refused')}</span>
              </p>
            )}
            <Outcomes fields={report.fields} />
            <Advice state={state} />
          </>
        )}
      </div>
      <div class="foot">
        {restore.state === 'over' && <p class="quiet">{i18n.t('page.report.restoreOver')}</p>}
        {restore.state === 'offered' && (
          <Action name="restore" ready={ready} onPress={() => actions.restore()}>
            {i18n.t('page.report.restore')}
          </Action>
        )}
        <Action name="close" primary onPress={() => actions.close()}>
          {i18n.t('page.close')}
        </Action>
      </div>
    </>
  );
}

const icons: Partial<Record<Outcome, IconName>> = {
  filled: 'check',
  'already-right': 'check',
  ambiguous: 'alert',
  'refused-by-page': 'alert',
};

function Outcomes({ fields }: { fields: FieldReport[] }) {
  return (
    <ul class="outcomes">
      {fields.map(({ key, outcome }) => (
        <li key={key} data-key={key} data-outcome={outcome}>
          <Icon name={icons[outcome] ?? 'minus'} />
          <span>{fieldName(key)}</span>
          <span class="outcome">{outcomeWords(outcome)}</span>
        </li>
      ))}
    </ul>
  );
}

/** After a restore "filled" means: the value before was written and read back. */
function Restored({ fields, secretKept }: { fields: FieldReport[]; secretKept: boolean }) {
  const back = fields.filter(({ outcome }) => outcome === 'filled' || outcome === 'already-right');
  const kept = fields.filter((field) => !back.includes(field)).map(({ key }) => fieldName(key));
  return (
    <>
      <p class="text">{i18n.t('page.restored.count', back.length)}</p>
      {kept.length > 0 && <p class="text">{i18n.t('page.restored.kept', [kept.join(', ')])}</p>}
      {secretKept && (
        <p class="note warn" data-message="secret-kept">
          <Icon name="alert" />
          <span>{i18n.t('page.restored.secret')}</span>
        </p>
      )}
    </>
  );
}
