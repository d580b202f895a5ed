import type { ReactElement, ReactNode } from "react";
import { ActForm, type ActForms } from "#shell";
import { Actions, Button } from "#ui";
import type { RoundAct } from "./act-on-round.ts";

/** One move of a round, with what spoke against it. */
export function RoundForm(props: {
  readonly act: RoundAct;
  readonly forms: ActForms;
  readonly button: string;
  readonly look?: "main" | "plain" | "danger";
  readonly note?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const { act, forms, button, look = "main", note, children } = props;
  return (
    <ActForm act={act} forms={forms}>
      {children}
      {note !== undefined && <p className="quiet small">{note}</p>}
      <Actions>
        <Button look={look}>{button}</Button>
      </Actions>
    </ActForm>
  );
}
