import type { PlanInputs } from "@tuwai/domain/planner";
import type { PlanRefusal, WrittenInputs } from "@tuwai/server/planning";
import type { ReactElement } from "react";
import { planningTexts } from "#language/planning.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, Card, ErrorSummary, type FormErrors, TextField } from "#ui";
import { inputFields, inputNames } from "./plan-query.ts";

type Props = {
  readonly written: WrittenInputs | undefined;
  readonly reasons: readonly PlanRefusal[];
  /** What became of each input. */
  readonly said?: Readonly<Partial<Record<keyof PlanInputs, string>>>;
};

/** What is planned; asked with the address, so that a plan can be sent to others before it is kept. */
export function PlanForm({ written, reasons, said = {} }: Props): ReactElement {
  const texts = useTexts(planningTexts);
  const to = useLocalPath();
  const t = texts.form;
  const errors = errorsOf(reasons, texts.reasons);
  return (
    <Card title={t.title}>
      <ErrorSummary errors={errors} />
      <form method="get" className="form" action={to("/rencana")}>
        {inputFields.map((field) => (
          <TextField
            key={field}
            name={inputNames[field]}
            label={t[field]}
            hint={[t[`${field}Hint`], said[field]].filter(Boolean).join(" ")}
            error={errors[inputNames[field]]}
            inputMode="numeric"
            autoComplete="off"
            width="middle"
            defaultValue={written?.[field] ?? ""}
          />
        ))}
        <Button>{t.submit}</Button>
      </form>
    </Card>
  );
}

function errorsOf(
  reasons: readonly PlanRefusal[],
  words: Readonly<Record<PlanRefusal["reason"], string>>,
): FormErrors {
  return Object.fromEntries(reasons.map(({ field, reason }) => [inputNames[field], words[reason]] as const));
}

/** The wishes as hidden fields of a form that keeps them. */
export function HiddenInputs({ inputs }: { readonly inputs: PlanInputs }): ReactElement {
  return (
    <>
      {inputFields.map((field) => (
        <input key={field} type="hidden" name={inputNames[field]} value={inputs[field]} />
      ))}
    </>
  );
}
