/** The report: how every field ended, what goes into authentik, what is left to do, and the way back. */

import type { FieldReport } from '@/engine/model';
import { i18n } from '../i18n';
import { Action } from './Action';
import { Advice } from './Advice';
import { CardHead } from './CardHead';
import { Icon } from './Icon';
import { Notices } from './Notices';
import { OutcomeList } from './OutcomeList';
import { countFields } from './report';
import type { PageActions, ReportState } from './state';
import { fieldName } from './words';

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
  const isLost = report.fields.some(({ because }) => because === 'lost');
  return (
    <>
      <CardHead
        title={
          isRestored ? i18n.t('page.restored.title') : i18n.t('page.report.title', [String(filled), String(wanted)])
        }
        onClose={() => actions.close()}
      />
      <div class="body">
        <Notices ids={state.notices} />
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
            <OutcomeList state={state} />
            <Advice state={state} actions={actions} ready={ready} />
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
        <Action name="check" ready={ready} onPress={() => actions.openTask('check')}>
          {i18n.t('page.check')}
        </Action>
        {isLost && (
          <Action name="open" ready={ready} onPress={() => actions.open()}>
            {i18n.t('page.again')}
          </Action>
        )}
        <Action name="close" primary onPress={() => actions.close()}>
          {i18n.t('page.close')}
        </Action>
      </div>
    </>
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
