import type { ReactElement } from "react";
import { wordOf } from "#language/word-of.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useTexts } from "#language/use-texts.ts";
import { Notice } from "#ui";

/** `name` is a worker code, or what else the reader knows the row by. */
export type Refused = { readonly name: string; readonly reasons: readonly string[] };

/** Those who could not be served, each with every reason in words. */
export function RefusedList(props: {
  readonly title: string;
  readonly refused: readonly Refused[];
}): ReactElement {
  const t = useTexts(sponsorTexts).waiting;
  return (
    <Notice tone="warn" title={props.title} announce>
      <ul>
        {props.refused.map(({ name, reasons }) => (
          <li key={name}>
            {name}: {reasons.map((reason) => wordOf(t.payerReasons, reason)).join(", ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
