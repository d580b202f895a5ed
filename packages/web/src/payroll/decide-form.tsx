import type { ShownEnding } from "@tuwai/server/payroll";
import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Field } from "#ui";
import { EndingState } from "./ending-parts.tsx";
import type { ReconciliationData } from "./reconciliation-data.ts";

type Waiting = { readonly name: string; readonly why: string; readonly ending: ShownEnding };

/** Endings that somebody else proposed: one answer a row, empty at the start; a row without one keeps waiting. */
export function DecideForm({ page }: { readonly page: ReconciliationData }): ReactElement | null {
  const t = useTexts(payrollTexts).reconciliation;
  const language = useLanguage();
  const waiting: Waiting[] = page.differences.flatMap(({ ending, employeeName, mandateCode, state }) =>
    ending === null ? [] : [{ name: employeeName ?? mandateCode, why: t.statesOf[state], ending }],
  );
  if (page.transfer.ending !== null)
    waiting.push({ name: t.transferLine, why: "", ending: page.transfer.ending });
  const mine = waiting.filter(
    ({ ending }) => ending.decision === null && !ending.isOwn && ending.ending !== "open",
  );
  if (mine.length === 0) return null;
  return (
    <Card title={t.decideTitle(formatNumber(language, mine.length))}>
      <p>{t.decideWhat}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="versi" value={page.batch.version} />
        {mine.map((row) => (
          <Row key={row.ending.id} {...row} />
        ))}
        <Actions>
          <Button name="aksi" value="putuskan">
            {t.decide}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

function Row({ name, why, ending }: Waiting): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  const choice = (value: "setuju" | "tolak", label: string) => (
    <label className="choice">
      <input type="radio" name={`putusan-${ending.id}`} value={value} />
      {label}
    </label>
  );
  return (
    <fieldset className="field">
      <legend>{why === "" ? name : `${name}: ${why}`}</legend>
      <EndingState ending={ending} />
      {choice("setuju", t.accept)}
      {choice("tolak", t.refuse)}
      <Field name={`alasan-${ending.id}`} label={t.refuseReason}>
        {(control) => <input type="text" autoComplete="off" maxLength={300} {...control} />}
      </Field>
    </fieldset>
  );
}
