import type { ReactElement } from "react";

/** "Satu jahitan": two people joined by one gold thread, one civil servant and one worker. */
export function Mark(): ReactElement {
  return (
    <svg viewBox="0 0 40 28" aria-hidden="true">
      <path
        d="M7 17C12 5 16 5 20 14s8 9 13-3"
        fill="none"
        stroke="#ebc562"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeDasharray="4.4 3.6"
      />
      <circle cx="6" cy="19" r="5" fill="#fff" />
      <circle cx="34" cy="9" r="5" fill="#fff" />
    </svg>
  );
}
