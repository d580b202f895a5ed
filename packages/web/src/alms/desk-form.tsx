import type { ReactElement, ReactNode } from "react";
import { OperationField } from "#shell";
import { FieldScope, Notice } from "#ui";
import type { DeskAct, DeskAnswer } from "./act-on-desk.ts";

/** What every form of the desk is handed. */
export type DeskForms = {
  readonly operations: Readonly<Record<string, string>>;
  readonly failed: Extract<DeskAnswer, { readonly error: string }> | undefined;
};

/** What was typed in a form that came back. */
export const typedOf = ({ failed }: DeskForms, act: DeskAct): Readonly<Record<string, string>> =>
  failed?.act === act ? failed.typed : {};

/** A form that asks for one thing, with what spoke against it when it was sent. */
export function DeskForm(props: {
  readonly act: DeskAct;
  readonly forms: DeskForms;
  readonly campaignId?: string;
  readonly children: ReactNode;
}): ReactElement {
  const { act, forms, campaignId, children } = props;
  return (
    <form method="post" className="form" noValidate>
      {forms.failed?.act === act && (
        <Notice tone="err" announce>
          {forms.failed.error}
        </Notice>
      )}
      <input type="hidden" name="tindakan" value={act} />
      {campaignId !== undefined && <input type="hidden" name="kampanye" value={campaignId} />}
      <OperationField id={forms.operations[act] ?? ""} />
      <FieldScope value={act}>{children}</FieldScope>
    </form>
  );
}
