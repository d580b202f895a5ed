import type { BoardState } from "@tuwai/domain/meetings";
import type { ReactElement } from "react";
import styles from "./board.module.css";

export type Sign = BoardState | "less" | "unsent";

/** The form that says a state without colour; the word stands beside it. */
export function StateSign({ sign }: { readonly sign: Sign }): ReactElement {
  return (
    <svg className={styles["sign"]} data-sign={sign} viewBox="0 0 20 20" aria-hidden="true">
      {drawings[sign]}
    </svg>
  );
}

const drawings: Readonly<Record<Sign, ReactElement>> = {
  declared: <path d="M4 10.5l4 4 8-9" />,
  awaiting: <path d="M10 2.5l7.5 7.5-7.5 7.5L2.5 10z" />,
  objected: <path d="M5 5l10 10M15 5L5 15" />,
  draft: (
    <>
      <circle cx="10" cy="10" r="6.8" />
      <path d="M10 3.2a6.8 6.8 0 0 0 0 13.6z" fill="currentColor" stroke="none" />
    </>
  ),
  missing: <circle cx="10" cy="10" r="6.5" />,
  less: <path d="M4 16 16 4M4 9l5-5M11 16l5-5" />,
  unsent: <path d="M4 4.5h12v8H4zM2 16h16" />,
};
