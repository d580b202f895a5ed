import type { ReactElement, ReactNode } from "react";
import { OperationField } from "#shell";
import { Actions, Button, FieldScope, Notice } from "#ui";
import type { RoundAct, RoundAnswer } from "./act-on-round.ts";

export type RoundForms = {
  readonly operations: Readonly<Record<string, string>>;
  readonly failed: Extract<RoundAnswer, { readonly error: string }> | undefined;
};

/** One move of a round, with what spoke against it. */
export function RoundForm(props: {
  readonly act: RoundAct;
  readonly forms: RoundForms;
  readonly button: string;
  readonly look?: "main" | "plain" | "danger";
  readonly note?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const { act, forms, button, look = "main", note, children } = props;
  return (
    <form method="post" className="form" noValidate>
      {forms.failed?.act === act && (
        <Notice tone="err" announce>
          {forms.failed.error}
        </Notice>
      )}
      <input type="hidden" name="tindakan" value={act} />
      <OperationField id={forms.operations[act] ?? ""} />
      <FieldScope value={act}>{children}</FieldScope>
      {note !== undefined && <p className="quiet small">{note}</p>}
      <Actions>
        <Button look={look}>{button}</Button>
      </Actions>
    </form>
  );
}
