import type { ReactElement, ReactNode } from "react";

/** Why it is empty, what will fill it, and one thing to do. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <p>
        <strong>{props.title}</strong>
      </p>
      {props.children}
      {props.action}
    </div>
  );
}
