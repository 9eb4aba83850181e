/** The small parts of the pages: each carries `data-slot`, and labels are tied to nothing unless a page does it. */
import * as RadixCheckbox from '@radix-ui/react-checkbox';
import * as RadixSwitch from '@radix-ui/react-switch';
import { createElement } from 'react';
import { Icon } from './icons.jsx';

const buttons = {
  default: 'bg-primary text-white',
  outline: 'border bg-background',
  ghost: 'hover:bg-accent',
};
const sizes = { default: 'h-9 px-4 py-2', sm: 'h-8 rounded-md px-3', icon: 'size-9' };

/** Without a type, as the app leaves it. */
export function Button({ variant = 'default', size = 'default', className = '', ...rest }) {
  const classes = `inline-flex items-center rounded-md text-sm ${buttons[variant]} ${sizes[size]} ${className}`;
  return <button data-slot="button" className={classes} {...rest} />;
}

export function Input({ className = '', ...rest }) {
  return (
    <input
      data-slot="input"
      className={`border-input flex h-9 w-full rounded-md border px-3 py-1 ${className}`}
      {...rest}
    />
  );
}

export function Label({ className = '', ...rest }) {
  const classes = `flex items-center text-sm font-medium ${className}`;
  return createElement('label', { 'data-slot': 'label', className: classes, ...rest });
}

export function Badge({ className = '', ...rest }) {
  return <span data-slot="badge" className={`inline-flex items-center rounded-md border ${className}`} {...rest} />;
}

export function Switch(rest) {
  return (
    <RadixSwitch.Root data-slot="switch" className="peer inline-flex w-8 shrink-0 rounded-full border" {...rest}>
      <RadixSwitch.Thumb data-slot="switch-thumb" className="pointer-events-none block size-4 rounded-full" />
    </RadixSwitch.Root>
  );
}

export function Checkbox(rest) {
  return (
    <RadixCheckbox.Root data-slot="checkbox" className="peer size-4 shrink-0 rounded-[4px] border" {...rest}>
      <RadixCheckbox.Indicator data-slot="checkbox-indicator" className="flex items-center justify-center">
        <Icon name="check" size={14} />
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
}

/** A heading, no button, that folds what is below it by a class; folded parts stay in the document. */
export function FoldingCard({ title, intro, isFolded, onFold, children }) {
  const header = {
    'data-slot': 'card-header',
    className: 'flex flex-row items-center justify-between cursor-pointer p-0',
    onClick: onFold,
  };
  return (
    <div className="border p-1.5 rounded-xl">
      <div data-slot="card" className="flex flex-col rounded-xl border p-6 gap-0">
        <div {...header}>
          <div className="flex flex-row items-center gap-8">
            <Icon name="settings" />
            <div className="flex flex-col gap-1">
              <h2 className="text-xl font-semibold">{title}</h2>
              <p className="text-sm text-muted-foreground">{intro}</p>
            </div>
          </div>
          <Icon name={isFolded ? 'chevron-down' : 'chevron-up'} />
        </div>
        <div data-slot="card-content" className={`${isFolded ? 'hidden' : 'block'} px-0`}>
          <div role="none" data-slot="separator" className="my-6" />
          {children}
        </div>
      </div>
    </div>
  );
}
