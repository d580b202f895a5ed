import type { ReactElement } from "react";
import { absenceAnswers } from "@tuwai/domain/comparison";
import { comparisonTexts } from "#language/comparison.ts";
import { useTexts } from "#language/use-texts.ts";
import { type FormErrors, SelectField, TextField } from "#ui";
import { absenceField } from "./read-absences.ts";

type Props = {
  readonly code: string;
  readonly label: string;
  readonly dateLabel: string;
  readonly today: string;
  readonly errors?: FormErrors | undefined;
};

/** One question about one person, or about everybody else: what became of them, and when. */
export function AbsenceRow({ code, label, dateLabel, today, errors }: Props): ReactElement {
  const t = useTexts(comparisonTexts);
  const answer = absenceField(code, "jawaban");
  const on = absenceField(code, "tanggal");
  return (
    <div className="stack">
      <SelectField
        name={answer}
        label={label}
        error={errors?.[answer]}
        defaultValue=""
        options={[
          { value: "", label: t.choose },
          ...absenceAnswers.map((value) => ({ value, label: t.answers[value] })),
        ]}
      />
      <TextField
        name={on}
        label={dateLabel}
        type="date"
        max={today}
        width="middle"
        autoComplete="off"
        error={errors?.[on]}
      />
    </div>
  );
}
