import { helpKinds, needReasons, paidParts, refusals } from "@tuwai/domain/claims";
import type { ReactElement, ReactNode } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { useTexts } from "#language/use-texts.ts";
import { typedIn } from "#shell";
import { Button, Choices, SelectField, TextField } from "#ui";
import { type Forms, StepForm } from "./step-form.tsx";

/** The steps that are taken by a form of their own; documents, facts and money have their cards. */
export const formSteps = [
  "tell-bpjs",
  "hand-in",
  "accept",
  "return",
  "refuse",
  "pay",
  "object",
  "uphold",
  "help",
  "in-need",
  "close",
  "reopen",
] as const;
export type FormStep = (typeof formSteps)[number];

type Props = { readonly step: FormStep; readonly forms: Forms; readonly isMain?: boolean };

/** The fields that a step asks for, a note, and its button. */
export function StepFields({ step, forms, isMain = false }: Props): ReactElement {
  const t = useTexts(claimPageTexts).steps;
  const typed = typedIn(forms, step);
  const hints: Readonly<Partial<Record<FormStep, string>>> = t.hints;
  const hint = hints[step];
  return (
    <StepForm step={step} forms={forms}>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {step in t.on && <Day step={step as keyof typeof t.on} forms={forms} />}
      {step === "tell-bpjs" && (
        <TextField
          name="jam"
          label={t.time}
          hint={t.timeHint}
          width="short"
          maxLength={5}
          defaultValue={typed["jam"]}
        />
      )}
      <Asked step={step} forms={forms} />
      <TextField
        name="catatan"
        label={t.note}
        hint={t.noteHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={typed["catatan"]}
      />
      <div>
        <Button {...(isMain ? {} : { look: "plain" as const })}>{t.submits[step]}</Button>
      </div>
    </StepForm>
  );
}

function Day(props: {
  readonly step: keyof (typeof claimPageTexts)["id"]["steps"]["on"];
  readonly forms: Forms;
}) {
  const t = useTexts(claimPageTexts).steps;
  const { step, forms } = props;
  return (
    <TextField
      name="hari"
      type="date"
      width="middle"
      label={t.on[step]}
      max={forms.today}
      min={forms.claim.accidentOn ?? forms.claim.happenedOn}
      defaultValue={typedIn(forms, step)["hari"] ?? forms.today}
    />
  );
}

function Asked({ step, forms }: Props): ReactNode {
  const t = useTexts(claimPageTexts).steps;
  const reason = typedIn(forms, step)["alasan"];
  if (step === "pay") return <Amounts forms={forms} />;
  if (step === "refuse")
    return (
      <SelectField
        name="alasan"
        label={t.refusal}
        options={[
          { value: "", label: "" },
          ...refusals.map((value) => ({ value, label: t.refusals[value] })),
        ]}
        defaultValue={reason}
      />
    );
  if (step === "in-need") {
    const isRefused = forms.claim.state === "refused";
    const open = needReasons.filter((each) => (each === "refused") === isRefused);
    return (
      <Choices
        name="alasan"
        label={t.needReason}
        options={open.map((value) => ({ value, label: t.needReasons[value] }))}
        value={reason ?? (isRefused ? "refused" : undefined)}
      />
    );
  }
  if (step === "help")
    return (
      <Choices
        name="alasan"
        label={t.helpKind}
        options={helpKinds.map((value) => ({ value, label: t.helpKinds[value] }))}
        value={reason}
      />
    );
  return null;
}

/** What was expected first; whatever else may come folds away behind it. */
function Amounts({ forms }: Pick<Props, "forms">) {
  const { steps, money } = useTexts(claimPageTexts);
  const typed = typedIn(forms, "pay");
  const due = new Set(forms.claim.money.map(({ part }) => part));
  const [first, rest] = [
    paidParts.filter((part) => due.has(part)),
    paidParts.filter((part) => !due.has(part)),
  ];
  const field = (part: (typeof paidParts)[number]) => (
    <TextField
      key={part}
      name={`jumlah-${part}`}
      label={steps.amount(money.parts[part])}
      inputMode="numeric"
      width="middle"
      maxLength={20}
      autoComplete="off"
      defaultValue={typed[`jumlah-${part}`]}
    />
  );
  return (
    <>
      {first.map(field)}
      <details className="disclosure" open={rest.some((part) => (typed[`jumlah-${part}`] ?? "") !== "")}>
        <summary>{money.parts.other}</summary>
        <div className="stack">{rest.map(field)}</div>
      </details>
    </>
  );
}
