import type { ReactElement, ReactNode } from "react";
import { FieldScope, Notice } from "#ui";
import { OperationField } from "./operation.tsx";

/** A form that came back: which, what speaks against it, and what was typed where it has fields. */
export type FailedAct = {
  readonly act: string;
  readonly error: string;
  readonly typed?: Readonly<Record<string, string>>;
};

/** What the forms of a page are handed: an operation for each, and the one that came back. */
export type ActForms = {
  readonly operations: Readonly<Record<string, string>>;
  readonly failed: FailedAct | undefined;
};

/** What was typed in a form that came back. */
export const typedIn = (
  { failed }: Pick<ActForms, "failed">,
  act: string,
): Readonly<Record<string, string>> => (failed?.act === act ? (failed.typed ?? {}) : {});

/** A form that asks for one thing, with what spoke against it when it was sent. */
export function ActForm(props: {
  readonly act: string;
  /** The name under which the page reads which form it is. */
  readonly name?: string;
  readonly forms: ActForms;
  /** Which of several forms of one act it is: each has its own operation. */
  readonly which?: string;
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly hasFile?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { act, name = "tindakan", forms, which = "", hidden = {}, hasFile = false, children } = props;
  const { failed, operations } = forms;
  const isBack = failed?.act === act && (which === "" || Object.values(failed.typed ?? {}).includes(which));
  return (
    <form
      method="post"
      className="form"
      noValidate
      {...(hasFile ? { encType: "multipart/form-data" as const } : {})}
    >
      {isBack && (
        <Notice tone="err" announce>
          {failed.error}
        </Notice>
      )}
      <input type="hidden" name={name} value={act} />
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <OperationField id={operations[act + which] ?? operations[act] ?? ""} />
      <FieldScope value={act + which}>{children}</FieldScope>
    </form>
  );
}
