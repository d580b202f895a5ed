import type { ReactElement } from "react";
import { useNonce } from "#shell";
import { Icon } from "#ui";

/** Copies text of the page; hidden until its script runs, as the text stands in the page to be copied by hand. */
export function CopyButton(props: {
  readonly of: string;
  readonly word: string;
  readonly done: string;
}): ReactElement {
  const nonce = useNonce();
  return (
    <>
      <button type="button" className="button" data-copies={props.of} data-done={props.done} hidden>
        <Icon name="list" /> <span role="status">{props.word}</span>
      </button>
      <script async src="/salin.js" {...(nonce === undefined ? {} : { nonce })} />
    </>
  );
}
