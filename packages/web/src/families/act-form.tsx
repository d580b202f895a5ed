import type { ReactElement, ReactNode } from "react";
import { OperationField } from "#shell";
import { FieldScope, Notice } from "#ui";

/** A form that came back: which, what speaks against it, and what was typed. */
export type Failed = {
  readonly act: string;
  readonly error: string;
  readonly typed: Readonly<Record<string, string>>;
};

/** What every form of a page is handed. */
export type Forms = {
  readonly operations: Readonly<Record<string, string>>;
  readonly failed: Failed | undefined;
  readonly today: string;
};

/** What was typed in a form that came back. */
export const typedIn = ({ failed }: Forms, act: string): Readonly<Record<string, string>> =>
  failed?.act === act ? failed.typed : {};

/** A form that asks for one thing, with what spoke against it when it was sent. */
export function ActForm(props: {
  readonly act: string;
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
