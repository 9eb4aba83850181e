/** Icons as the app's library draws them: the name is a class, the path here is always the same box. */

export function Icon({ name, size = 24, className = '' }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      className={`tabler-icon tabler-icon-${name} ${className}`}
    >
      <path d="M5 5h14v14h-14z" />
    </svg>
  );
}
