/** Three ripples running downstream. Drawn in the current colour. */
export function Logo({ className }: { className: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      className={className}
    >
      <path d="M3 7.5c2.25-2.4 4.5-2.4 6.75 0s4.5 2.4 6.75 0 3.2-2.3 4.5-1.6" />
      <path d="M3 13c2.25-2.4 4.5-2.4 6.75 0s4.5 2.4 6.75 0" />
      <path d="M3 18.5c2.25-2.4 4.5-2.4 6.75 0" />
    </svg>
  );
}
