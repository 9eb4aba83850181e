/** A form over a provider's schemas: state by react-hook-form, each control through its controller. */
import { useEffect, useId, useMemo } from 'react';
import { Controller, useForm, useFormContext } from 'react-hook-form';
import { countPress } from './api.js';
import { Input, Switch } from './controls.jsx';
import { options } from './page.js';
import { isSensitive, resolverFor, startValues } from './schema.js';
import { showState } from './shown-state.js';

/** `{ form, sections, start }`; other sections put the form back to its start values. */
export function useSchemaForm(place, sections) {
  const start = useMemo(() => startValues(sections), [sections]);
  const resolver = useMemo(() => resolverFor(sections), [sections]);
  const form = useForm({ resolver, defaultValues: start });
  const { reset, getValues } = form;
  useEffect(() => reset(start), [reset, start]);
  useEffect(() => showState(place, getValues), [place, getValues]);
  return { form, sections, start };
}

export function Sections({ sections }) {
  return sections.map(({ prefix, title, fields }) => (
    <div key={prefix}>
      {title === '' ? null : <p className="uppercase">{title}</p>}
      <div className="space-y-2">
        {fields.map((field) => (
          <SchemaField key={field.name} {...field} />
        ))}
      </div>
    </div>
  ));
}

export function SchemaField(field) {
  const { control } = useFormContext();
  const { name, property } = field;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: bound, fieldState: { error } }) => (
        <Item field={field} bound={bound} error={error} isRow={property.type === 'boolean'} />
      )}
    />
  );
}

/** Label, control, help and message; with the label's `for` on the control, or on nothing and the control named by it. */
function Item({ field, bound, error, isRow }) {
  const id = useId();
  const { name, property } = field;
  const controlId = `integration-config-${name}`;
  const labelId = `${id}-form-item-label`;
  const isTied = options.labels === 'labelledby';
  const naming = {
    id: controlId,
    'aria-describedby': `${id}-form-item-description${error ? ` ${id}-form-item-message` : ''}`,
    'aria-invalid': Boolean(error),
    ...(isTied ? { 'aria-labelledby': labelId } : {}),
  };
  const Control = isRow ? Toggle : TextBox;
  return (
    <div className="form-item">
      <div className={isRow ? 'flex justify-between' : undefined}>
        <Label id={isTied ? labelId : undefined} target={isTied ? `${id}-form-item` : controlId} field={field} />
        <Control naming={naming} bound={bound} field={field} />
      </div>
      {property.description ? <p className="text-xs">{property.description}</p> : null}
      {error ? <div id={`${id}-form-item-message`}>{error.message}</div> : null}
    </div>
  );
}

/** The mark of a required field and the lock of a secret one stand inside the label. */
function Label({ id, target, field }) {
  return (
    <label id={id} htmlFor={target}>
      {field.property.title}
      {field.required ? <span className="text-red-500">*</span> : null}
      {isSensitive(field) ? (
        <svg width="12" height="12" role="img" aria-label="Secret field - value will not be saved by the browser" />
      ) : null}
    </label>
  );
}

function TextBox({ naming, bound, field }) {
  const secret = isSensitive(field);
  return (
    <Input
      {...naming}
      {...bound}
      value={String(bound.value ?? '')}
      autoComplete={secret ? 'new-password' : undefined}
      placeholder={field.property.example ?? ''}
      type={secret ? 'password' : 'text'}
    />
  );
}

function Toggle({ naming, bound }) {
  const toggle = (checked) => {
    countPress('switch');
    bound.onChange(Boolean(checked));
  };
  return <Switch {...naming} checked={Boolean(bound.value)} onCheckedChange={toggle} />;
}
