import { Fragment, type ReactElement } from "react";
import type { LinkQuestion } from "@tuwai/server/link-review";
import styles from "./pair.module.css";

type Spans = LinkQuestion["comparisons"]["name"]["left"];

/** A name with what differs underlined between brackets: readable in grey, in print and aloud, not by colour alone. */
export function MarkedName({ spans }: { readonly spans: Spans }): ReactElement {
  return (
    <span className={styles["name"]}>
      {spans.map(({ text, mark }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- stretches of one name have no other identity
        <Fragment key={at}>
          {mark === "same" && text}
          {mark === "title" && <span className={styles["title"]}>{text}</span>}
          {mark === "different" && (
            <mark className={styles["differs"]}>
              [<u>{text}</u>]
            </mark>
          )}
        </Fragment>
      ))}
    </span>
  );
}
