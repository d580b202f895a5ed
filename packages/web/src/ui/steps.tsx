import type { ReactElement, ReactNode } from "react";

export type Step = {
  readonly title: string;
  readonly text?: ReactNode;
  /** Done and coming steps look different; without a state the list is an instruction. */
  readonly state?: "done" | "now" | "later";
};

/** Numbered steps joined by the thread. */
export function Steps({ steps }: { readonly steps: readonly Step[] }): ReactElement {
  return (
    <ol className="steps">
      {steps.map(({ title, text, state }) => (
        <li key={title} data-state={state} aria-current={state === "now" ? "step" : undefined}>
          <strong>{title}</strong>
          {text !== undefined && <div>{text}</div>}
        </li>
      ))}
    </ol>
  );
}
