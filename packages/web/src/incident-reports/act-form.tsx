import type { Report } from "@tuwai/server/incident-reports";
import type { ReactElement, ReactNode } from "react";
import { OperationField } from "#shell";
import { FieldScope, Notice } from "#ui";
import type { ActAnswer, IncidentAct } from "./act-on-incident.ts";

/** What every form of the page is handed. */
export type Forms = {
  readonly report: Report;
  readonly operations: Readonly<Record<string, string>>;
  readonly failed: Extract<ActAnswer, { readonly error: string }> | undefined;
  readonly today: string;
};

/** What was typed in a form that came back. */
export const typedIn = ({ failed }: Forms, act: IncidentAct): Readonly<Record<string, string>> =>
  failed?.act === act ? failed.typed : {};

/** A form that asks for one thing, with what spoke against it when it was sent. */
export function ActForm(props: {
  readonly act: IncidentAct;
  readonly forms: Forms;
  readonly children: ReactNode;
}): ReactElement {
  const { act, forms, children } = props;
  const { failed, operations } = forms;
  return (
    <form method="post" className="form" noValidate>
      {failed?.act === act && (
        <Notice tone="err" announce>
          {failed.error}
        </Notice>
      )}
      <input type="hidden" name="tindakan" value={act} />
      <OperationField id={operations[act] ?? ""} />
      <FieldScope value={act}>{children}</FieldScope>
    </form>
  );
}
