import type { ClaimStep } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import type { ReactElement, ReactNode } from "react";
import { ActForm, type ActForms } from "#shell";

export type FormName = ClaimStep | "look";
/** What every form of the page is handed. */
export type Forms = ActForms & { readonly claim: Claim; readonly today: string };

type Props = {
  readonly step: FormName;
  readonly forms: Forms;
  /** Which of several forms of one step it is: each has its own operation. */
  readonly which?: string;
  readonly hasFile?: boolean;
  readonly children: ReactNode;
};

/** A form for one step of the case, with what spoke against it when it was sent. */
export function StepForm({ step, forms, children, ...rest }: Props): ReactElement {
  return (
    <ActForm act={step} name="langkah" forms={forms} hidden={{ versi: forms.claim.version }} {...rest}>
      {children}
    </ActForm>
  );
}
