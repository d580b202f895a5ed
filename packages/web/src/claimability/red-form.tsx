import { redReasons } from "@tuwai/domain/claimability";
import type { ReactElement } from "react";
import { claimabilityTexts } from "#language/claimability.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, SelectField } from "#ui";
import type { JudgedRow } from "./load-claimability.ts";

/** Holding somebody red back, sending them all the same, or taking that back: one choice that carries its reason. */
export function RedForm({
  row,
  error,
}: {
  readonly row: JudgedRow;
  readonly error: string | undefined;
}): ReactElement {
  const t = useTexts(claimabilityTexts);
  const decided = row.decision !== null;
  const choices = [
    ...(row.result === "red" && row.decision?.decision !== "hold" ? redReasons.hold : []),
    ...(row.result === "red" && row.decision?.decision !== "send" ? redReasons.send : []),
    ...(decided ? redReasons.release : []),
  ];
  return (
    <Disclosure summary={t.decideOne(row.person.code ?? "")} isOpen={error !== undefined}>
      <form method="post" className="form" noValidate>
        <OperationField id={row.operation} />
        <input type="hidden" name="pendaftaran" value={row.enrolmentId} />
        <SelectField
          name={`sebab-${row.enrolmentId}`}
          label={t.decision}
          options={[
            { value: "", label: t.choose },
            ...choices.map((reason) => ({ value: reason, label: t.reasons[reason] })),
          ]}
          error={error}
        />
        <div>
          <Button small>{t.submit}</Button>
        </div>
      </form>
    </Disclosure>
  );
}
