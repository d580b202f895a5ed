import { lookReasons } from "@tuwai/domain/claims";
import type { Opened } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { typedIn } from "#shell";
import { Button, Choices, Disclosure, Notice } from "#ui";
import { type Forms, StepForm } from "./step-form.tsx";

export type OpenedNow = Pick<Opened, "name" | "notes"> | null;
type Props = { readonly forms: Forms; readonly opened: OpenedNow };

/** Name and notes stay closed; whoever needs them says what for, and sees them in that one answer. */
export function LookCard({ forms, opened }: Props): ReactElement {
  const t = useTexts(claimPageTexts).look;
  const language = useLanguage();
  const { times, people } = forms.claim.looks;
  const n = (value: number) => formatNumber(language, value);
  return (
    <div>
      {opened === null ? (
        <p className="small">{t.closed}</p>
      ) : (
        <Notice tone="ok" announce>
          {t.opened} <strong>{opened.name ?? t.noName}</strong>
        </Notice>
      )}
      <p className="small quiet">{times === 0 ? t.never : t.looked(n(times), n(people))}</p>
      {opened === null && (
        <Disclosure summary={t.open} isOpen={forms.failed?.act === "look"}>
          <StepForm step="look" forms={forms}>
            <p className="hint">{t.note}</p>
            <Choices
              name="alasan"
              label={t.reason}
              options={lookReasons.map((value) => ({ value, label: t.reasons[value] }))}
              value={typedIn(forms, "look")["alasan"]}
            />
            <div>
              <Button look="plain">{t.submit}</Button>
            </div>
          </StepForm>
        </Disclosure>
      )}
    </div>
  );
}
