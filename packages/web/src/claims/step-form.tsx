import type { ClaimStep } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import type { ReactElement, ReactNode } from "react";
import { OperationField } from "#shell";
import { FieldScope, Notice } from "#ui";
import type { Failed } from "./act-on-claim.ts";

export type FormName = ClaimStep | "look";
/** What every form of the page is handed. */
export type Forms = {
  readonly claim: Claim;
  readonly operations: Readonly<Record<string, string>>;
  readonly failed: Failed | undefined;
  readonly today: string;
};

/** What was typed in a form that came back. */
export const typedIn = ({ failed }: Forms, step: FormName): Readonly<Record<string, string>> =>
  failed?.step === step ? failed.typed : {};

type Props = {
  readonly step: FormName;
  readonly forms: Forms;
  /** Which of several forms of one step it is: each has its own operation. */
  readonly which?: string;
  readonly hasFile?: boolean;
  readonly children: ReactNode;
};

/** A form for one step of the case, with what spoke against it when it was sent. */
export function StepForm({ step, forms, which = "", hasFile = false, children }: Props): ReactElement {
  const { claim, operations, failed } = forms;
  const isBack = failed?.step === step && (which === "" || Object.values(failed.typed).includes(which));
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
      <input type="hidden" name="langkah" value={step} />
      <input type="hidden" name="versi" value={claim.version} />
      <OperationField id={operations[step + which] ?? operations[step] ?? ""} />
      <FieldScope value={`${step}${which}`}>{children}</FieldScope>
    </form>
  );
}
