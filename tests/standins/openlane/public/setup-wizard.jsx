/** The wizard: one field per step in a modal dialog, over the page's own form and its state. */
import { useEffect, useState } from 'react';
import { countPress } from './api.js';
import { Button } from './controls.jsx';
import { Modal } from './dialogs.jsx';
import { fieldsOf } from './schema.js';
import { SchemaField } from './schema-form.jsx';

export function SetupWizard({ open, onOpenChange, provider, credential, sections, form, onSubmit }) {
  const [step, setStep] = useState(0);
  const fields = fieldsOf(sections);
  const isLast = step === fields.length - 1;
  useEffect(() => {
    if (open) setStep(0);
  }, [open]);
  if (!open || fields.length === 0) return null;
  const field = fields[Math.min(step, fields.length - 1)];
  const next = async () => {
    if (isLast) countPress('save');
    if (!(await form.trigger([field.name]))) return;
    if (isLast) onSubmit();
    else setStep(step + 1);
  };
  const lastWords = form.formState.isSubmitting ? 'Saving...' : 'Save & Connect';
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title={`Set up ${provider.displayName}`}
      description={`${credential?.name ?? ''} · Step ${step + 1} of ${fields.length}`}
    >
      <SchemaField key={field.name} {...field} />
      <div>
        <Button type="button" disabled={step === 0} onClick={() => setStep(step - 1)}>
          Back
        </Button>
        <Button type="button" disabled={form.formState.isSubmitting} onClick={next}>
          {isLast ? lastWords : 'Next'}
        </Button>
      </div>
    </Modal>
  );
}
