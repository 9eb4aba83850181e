/** The few drawings of the in-page button and panel; decoration, never the only sign of anything. */

const paths = {
  // The mark of public/icon.svg, without its frame.
  mark: 'M9.2 12a3.4 3.4 0 1 1-6.8 0 3.4 3.4 0 0 1 6.8 0ZM9.2 12h12v3.4M17.2 12v2.6',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  alert: 'M12 4.5l8.5 15h-17zM12 10.5v4M12 17v.2',
  minus: 'M6 12h12',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11.5v4.5M12 8v.1',
  arrow: 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v8.5h-13z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-icon={name}>
      <path d={paths[name]} />
    </svg>
  );
}
