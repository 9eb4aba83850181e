/** What there is a choice of in this authentik: flows by their slug, and the signing key. */

import type { CreationChoices } from '@/authentik/creation';
import { Field } from '../../components/Field';
import { i18n } from '../../i18n';
import type { CreateState, Typed } from './create-state';

interface Props {
  state: CreateState;
  choices: CreationChoices;
  typed: Typed;
}

export function Choices({ state, choices, typed }: Props) {
  return (
    <>
      <Choice
        name="authorizationFlow"
        label={i18n.t('authentikCreate.authorizationFlow')}
        hint={i18n.t('authentikCreate.authorizationFlowHint')}
        value={typed.authorizationFlow}
        options={choices.authorizationFlows.map(({ pk, slug }) => ({ pk, text: slug }))}
        onPick={(authorizationFlow) => state.type({ authorizationFlow })}
      />
      {choices.invalidationFlows.length > 0 && (
        <Choice
          name="invalidationFlow"
          label={i18n.t('authentikCreate.invalidationFlow')}
          hint={i18n.t('authentikCreate.invalidationFlowHint')}
          value={typed.invalidationFlow}
          options={choices.invalidationFlows.map(({ pk, slug }) => ({ pk, text: slug }))}
          onPick={(invalidationFlow) => state.type({ invalidationFlow })}
        />
      )}
      {choices.signingKeys.length > 0 && (
        <Choice
          name="signingKey"
          label={i18n.t('authentikCreate.signingKey')}
          value={typed.signingKey ?? ''}
          options={choices.signingKeys.map(({ pk, name, isRsa }) => ({
            pk,
            text: isRsa ? name : i18n.t('authentikCreate.notRsa', [name]),
          }))}
          onPick={(signingKey) => state.type({ signingKey })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  name: keyof Typed;
  label: string;
  hint?: string;
  value: string;
  options: { pk: string; text: string }[];
  onPick: (pk: string) => void;
}

/** Where nothing is the usual one, nothing is chosen: the browser asks for it at the press. */
function Choice({ name, label, hint, value, options, onPick }: ChoiceProps) {
  return (
    <Field name={name} label={label} {...(hint !== undefined && { hint })}>
      {(attributes) => (
        <select {...attributes} required value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
          {value === '' && <option value="">{i18n.t('authentikCreate.choose')}</option>}
          {options.map(({ pk, text }) => (
            <option key={pk} value={pk} selected={pk === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
