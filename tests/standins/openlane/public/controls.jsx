/** The console's plain pieces, with the elements and attributes of its own component library. */
import * as SwitchParts from '@radix-ui/react-switch';

/** A button is named by `aria-label` as soon as its content is a text. */
export function Button({ type, className = '', children, ...more }) {
  return (
    <button
      type={type}
      className={`button-icon ${className}`}
      aria-label={typeof children === 'string' ? children : undefined}
      {...more}
    >
      <span>{children}</span>
    </button>
  );
}

export function Card({ className = '', ...more }) {
  return <div className={`rounded-lg border bg-card ${className}`} {...more} />;
}

export function Badge({ variant, ...more }) {
  return <div className={`inline-flex items-center rounded-full border badge-${variant}`} {...more} />;
}

/** A bare input in a wrapper; everything else comes from the form. */
export function Input(props) {
  return (
    <div className="relative">
      <input {...props} />
    </div>
  );
}

export function Switch(props) {
  return (
    <SwitchParts.Root className="switch" {...props}>
      <SwitchParts.Thumb className="thumb" />
    </SwitchParts.Root>
  );
}

export function PageHeading({ heading }) {
  return (
    <div className="flex">
      <div>
        <h2>{heading}</h2>
      </div>
    </div>
  );
}

export function Callout({ title, children }) {
  return (
    <div className="rounded-lg border callout">
      <div className="font-medium">{title}</div>
      <div>{children}</div>
    </div>
  );
}

export function Tags({ tags }) {
  return tags.map((tag) => (
    <Badge key={tag} variant="outline" title={tag}>
      <span>{tag}</span>
    </Badge>
  ));
}
