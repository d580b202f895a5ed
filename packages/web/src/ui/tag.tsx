import type { ReactElement, ReactNode } from "react";

/** The status vocabulary: shape, word and tint, so that it also reads in grey and in print. */
export type Status =
  | "active"
  | "arrears"
  | "inactive"
  | "process"
  | "waiting"
  | "decision"
  | "refused"
  | "done";

const shapes: Record<Exclude<Status, "done">, ReactElement> = {
  active: <circle cx="6" cy="6" r="5" />,
  arrears: <path d="M6 1l5.5 10H.5z" />,
  inactive: <path d="M1 1h10v10H1z" />,
  process: (
    <path d="M6 1a5 5 0 1 0 0 10z M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11m0 1.3a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4" />
  ),
  waiting: <path d="M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11m0 1.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8" />,
  decision: <path d="M6 0l6 6-6 6-6-6zm0 2.2L2.2 6 6 9.8 9.8 6z" />,
  refused: <path d="M2 .6 6 4.6l4-4L11.4 2l-4 4 4 4L10 11.4l-4-4-4 4L.6 10l4-4-4-4z" />,
};

export function Tag({
  status,
  children,
}: {
  readonly status: Status;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className={`tag tag-${status}`}>
      {status !== "done" && (
        <svg className="mark" viewBox="0 0 12 12" aria-hidden="true">
          {shapes[status]}
        </svg>
      )}
      {children}
    </span>
  );
}
