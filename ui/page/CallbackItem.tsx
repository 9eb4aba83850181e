/** One redirect URI to register: the address, how it was learnt, what is odd about it, and a copy button. */
import { Component } from 'preact';
import type { Callback } from '@/engine/model';
import { i18n } from '../i18n';
import { copyText } from './copy-text';
import { Icon } from './Icon';
import { Text } from './Value';
import { oddityWords } from './words';

/** Leads to Latchkey's own page, and so waits for the guard. */
export interface Register {
  ready: boolean;
  onPress(): void;
}

interface Props {
  callback: Callback;
  register: Register;
}

interface State {
  copied?: boolean;
}

/** A component of the class kind: the page's script does without Preact's hooks. */
export class CallbackItem extends Component<Props, State> {
  private readonly copy = (event: MouseEvent): void => {
    const near = event.currentTarget instanceof Element ? event.currentTarget : null;
    void copyText(this.props.callback.url, near).then((copied) => this.setState({ copied }));
  };

  override render({ callback: { url, how, warning, matching, kind }, register }: Props, { copied }: State) {
    return (
      <li data-callback={url} data-how={how} data-matching={matching} data-kind={kind}>
        <Text text={url} />
        {matching && <span class="tag">{i18n.t(`page.callback.${matching}`)}</span>}
        {kind && <span class="tag">{i18n.t(`page.callback.${kind}`)}</span>}
        <span class="learnt">
          {i18n.t(`page.callback.${how}`)}
          {/* Another host's address is shown and not handed on (security rules, callback URLs). */}
          {(warning === undefined || warning === 'other-folder') && (
            <span class="presses">
              <button
                type="button"
                class="link"
                data-action={register.ready ? 'register' : undefined}
                data-guarded=""
                onClick={register.onPress}
              >
                {i18n.t('page.register')}
              </button>
              <button type="button" class="link" data-action="copy-callback" onClick={this.copy}>
                {copyWords(copied)}
              </button>
            </span>
          )}
        </span>
        {warning && (
          <p class="note warn" data-warning={warning}>
            <Icon name="alert" />
            <span>{oddityWords(warning)}</span>
          </p>
        )}
      </li>
    );
  }
}

function copyWords(copied: boolean | undefined): string {
  if (copied === undefined) return i18n.t('page.callback.copy');
  return i18n.t(copied ? 'page.callback.copied' : 'page.callback.copyFailed');
}
