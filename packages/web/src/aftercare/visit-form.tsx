import { findings, needs } from "@tuwai/domain/aftercare";
import type { Aftercare } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Choices, Field, Notice, TextField } from "#ui";
import type { Failed } from "./act-on-family.ts";

type Props = {
  readonly next: NonNullable<Aftercare["next"]>;
  readonly today: string;
  readonly operation: string;
  readonly failed: Failed | undefined;
};

/** Notes the visit that comes next; one before its day may be noted too. */
export function VisitForm({ next, today, operation, failed }: Props): ReactElement {
  const t = useTexts(aftercareTexts);
  const language = useLanguage();
  const own = failed?.act === "kunjungan" ? failed : undefined;
  const typed = own?.typed ?? {};
  return (
    <Card title={t.page.form(t.stages[next.stage])}>
      {!next.isDue && <p>{t.page.early(formatDate(language, next.dueOn))}</p>}
      <form method="post" className="form" noValidate>
        {own !== undefined && (
          <Notice tone="err" announce>
            {own.error}
          </Notice>
        )}
        <input type="hidden" name="tindakan" value="kunjungan" />
        <input type="hidden" name="tahap" value={next.stage} />
        <OperationField id={operation} />
        <TextField
          name="hari"
          type="date"
          width="middle"
          label={t.page.on}
          max={today}
          defaultValue={typed["hari"] ?? today}
        />
        <Choices
          name="keadaan"
          label={t.page.finding}
          options={findings.map((value) => ({ value, label: t.findings[value] }))}
          value={typed["keadaan"]}
        />
        <Choices
          name="butuh"
          label={t.page.need}
          options={needs.map((value) => ({ value, label: t.needs[value] }))}
          value={typed["butuh"]}
        />
        <Field name="catatan" label={t.page.note} hint={t.page.noteHint}>
          {(control) => <textarea {...control} rows={3} maxLength={500} defaultValue={typed["catatan"]} />}
        </Field>
        <div>
          <Button>{t.page.submit}</Button>
        </div>
      </form>
    </Card>
  );
}
