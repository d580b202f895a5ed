import type { Ending } from "@tuwai/domain/payroll";
import type { ShownEnding } from "@tuwai/server/payroll";
import type { ReactElement } from "react";
import { formatRupiah, formatShortDate } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Field, optionsOf, SelectField, Tag } from "#ui";
import type { ReconciliationData } from "./reconciliation-data.ts";

/**
 * The closed list, none chosen beforehand, and what an ending rests on. `part` tells the fields of one form of the page from those of
 * another.
 */
export function EndingFields(props: {
  readonly offered: readonly Ending[];
  readonly part: string;
}): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  const { offered, part } = props;
  return (
    <>
      <fieldset className="field">
        <legend>{t.choose}</legend>
        {offered.map((ending) => (
          <label className="choice" key={ending}>
            <input type="radio" name="penyelesaian" value={ending} />
            {t.endings[ending]}
          </label>
        ))}
      </fieldset>
      <NamedField part={part} name="dasar" label={t.note} hint={t.noteHint} />
      {offered.includes("fee") && (
        <SelectField
          name="penanggung"
          label={t.bearer}
          options={[{ value: "", label: "" }, ...optionsOf(t.bearers)]}
        />
      )}
      <NamedField part={part} name="sampai" label={t.until} hint={t.untilHint} type="date" />
    </>
  );
}

/** A field whose name stands twice on the page, with an id of its own. */
function NamedField(props: {
  readonly part: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly type?: "date";
}): ReactElement {
  return (
    <Field name={`${props.name}-${props.part}`} label={props.label} hint={props.hint}>
      {({ name: _name, ...control }) => (
        <input
          type={props.type ?? "text"}
          name={props.name}
          autoComplete="off"
          maxLength={300}
          {...control}
        />
      )}
    </Field>
  );
}

/** Which ending, by whose word it stands, and what it rests on. */
export function EndingState({ ending }: { readonly ending: ShownEnding }): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  const language = useLanguage();
  const isAccepted = ending.decision === "accepted";
  const word = isAccepted ? t.accepted : ending.isOwn ? t.ownProposal : t.proposedBy;
  return (
    <>
      <Tag status={isAccepted ? "active" : ending.ending === "open" ? "waiting" : "decision"}>
        {t.endingsShort[ending.ending]}
      </Tag>{" "}
      {ending.ending !== "open" && <span>{word}</span>}
      <div className="quiet small">
        {formatRupiah(language, ending.rupiah)} · {ending.note}
        {ending.borneBy !== null && ` · ${t.bearers[ending.borneBy]}`}
        {ending.until !== null && ` · ${formatShortDate(language, ending.until)}`}
      </div>
    </>
  );
}

export function UndoEnding(props: {
  readonly page: ReconciliationData;
  readonly ending: ShownEnding;
  readonly name?: string;
}): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  const { page, ending, name = t.transferLine } = props;
  return (
    <form method="post">
      <OperationField id={page.operation} />
      <input type="hidden" name="versi" value={page.batch.version} />
      <input type="hidden" name="penyelesaian-id" value={ending.id} />
      <Button look="plain" small name="aksi" value="urungkan" aria-label={`${t.undo} ${name}`}>
        {t.undo}
      </Button>
    </form>
  );
}
