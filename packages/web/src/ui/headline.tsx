import type { ReactElement, ReactNode } from "react";

/** The one number of a page with its noun, which together are its heading. */
export function Headline(props: {
  /** Null where there is nothing to count: then the words stand alone. */
  readonly number: string | null;
  readonly text: string;
  readonly note?: ReactNode;
}): ReactElement {
  const { number, text, note } = props;
  return (
    <div className={number === null ? undefined : "headline"}>
      <h1>
        {number !== null && (
          <>
            <b className="big-number">{number}</b>{" "}
          </>
        )}
        <span>{text}</span>
      </h1>
      {note !== undefined && note !== null && <p className="quiet small">{note}</p>}
    </div>
  );
}
