/** The preview: what stands in each field now, what will stand there, and what may be unticked or chosen. */

import type { PlanRow } from '@/engine/model';
import { i18n } from '../i18n';
import { Action } from './Action';
import { CardHead } from './CardHead';
import { rowsToFill } from './edits';
import { Icon } from './Icon';
import { Notices } from './Notices';
import { PreviewRow } from './PreviewRow';
import type { PageActions, PreviewState } from './state';
import { fieldNames } from './words';

interface Props {
  state: PreviewState;
  actions: PageActions;
  ready: boolean;
}

export function PreviewView({ state, actions, ready }: Props) {
  const { plan, asksAboutMissing, notices } = state;
  const count = rowsToFill(plan).length;
  return (
    <>
      <CardHead title={i18n.t('page.preview.title')} onClose={() => actions.close()} />
      <div class="body">
        {count === 0 && <p class="text">{i18n.t(nothingWords(plan.rows))}</p>}
        <table class={plan.rows.some(isLongNow) ? 'rows even' : 'rows'}>
          <thead>
            <tr>
              <th scope="col">{i18n.t('page.preview.field')}</th>
              <th scope="col">{i18n.t('page.preview.now')}</th>
              <th scope="col">{i18n.t('page.preview.next')}</th>
            </tr>
          </thead>
          {plan.rows.map((row) => (
            <PreviewRow key={row.key} row={row} state={state} actions={actions} />
          ))}
        </table>
        {notices.length > 0 && <Notices ids={notices} />}
      </div>
      <div class="foot">
        {asksAboutMissing ? <Missing state={state} /> : <p class="quiet">{i18n.t('page.neverSaves')}</p>}
        <Action name="close" onPress={() => actions.close()}>
          {i18n.t('page.close')}
        </Action>
        <Action name="fill" primary ready={ready} onPress={() => actions.fill()}>
          {fillLabel(asksAboutMissing, count)}
        </Action>
      </div>
    </>
  );
}

/** Why there is nothing to fill: all is right, or something has to be done first. */
function nothingWords(rows: PlanRow[]): 'page.preview.nothing' | 'page.preview.nothingNow' {
  const isWaiting = rows.some(({ state, isSecret }) => waiting.includes(state) || (isSecret && state === 'left'));
  return isWaiting ? 'page.preview.nothingNow' : 'page.preview.nothing';
}

const waiting: PlanRow['state'][] = ['exposed', 'later', 'missing', 'ambiguous'];

/** Values that need room beside those to come. */
function isLongNow({ now }: PlanRow): boolean {
  return typeof now === 'string' && now.length > 12;
}

function fillLabel(asksAboutMissing: boolean, count: number): string {
  if (asksAboutMissing) return i18n.t('page.preview.fillRest');
  return count === 0 ? i18n.t('page.preview.fillNone') : i18n.t('page.preview.fill', count);
}

function Missing({ state }: { state: PreviewState }) {
  const missing = state.plan.rows.filter((row) => row.state === 'missing').map((row) => row.key);
  return (
    <p class="note warn" role="alert">
      <Icon name="alert" />
      <span>
        <b>{i18n.t('page.preview.missing')}</b>
        {` ${i18n.t('page.preview.missingText', [fieldNames(missing)])}`}
      </span>
    </p>
  );
}
