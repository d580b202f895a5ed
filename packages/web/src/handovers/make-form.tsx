import { needs } from "@tuwai/domain/aftercare";
import { handoverFields, latestEnd } from "@tuwai/domain/handovers";
import { civilDate } from "@tuwai/domain/time";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { handoverTexts } from "#language/handovers.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Choices, optionsOf, SelectField, TextField } from "#ui";
import type { TypedHandover } from "./read-handover.ts";

type Props = {
  readonly today: string;
  readonly operation: string;
  readonly typed: TypedHandover | undefined;
};

const empty = { value: "", label: "" };

/** Tells somebody outside of the child: who, for what, until when, and by whose consent. */
export function MakeForm({ today, operation, typed }: Props): ReactElement {
  const t = useTexts(handoverTexts);
  const { needs: needWords } = useTexts(aftercareTexts);
  const f = t.form;
  return (
    <Card title={f.title}>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="tindakan" value="buat" />
        <OperationField id={operation} />
        <Choices
          name="jenis"
          label={f.kind}
          hint={f.kindHint}
          options={optionsOf(t.receivers)}
          value={typed?.receiverKind}
        />
        <TextField
          name="penerima"
          label={f.receiver}
          hint={f.receiverHint}
          maxLength={120}
          autoComplete="off"
          defaultValue={typed?.receiverName}
        />
        <SelectField
          name="untuk"
          label={f.purpose}
          options={[empty, ...optionsOf(t.purposes)]}
          defaultValue={typed?.handoverPurpose}
        />
        <Choices
          name="boleh"
          label={f.fields}
          several
          options={handoverFields.map((value) => ({ value, label: t.fields[value] }))}
          value={typed?.handoverFields}
        />
        <SelectField
          name="butuh"
          label={f.need}
          hint={f.needHint}
          options={[empty, ...needs.map((value) => ({ value, label: needWords[value] }))]}
          defaultValue={typed?.childNeed}
        />
        <TextField
          name="sampai"
          type="date"
          width="middle"
          label={f.until}
          hint={f.untilHint}
          min={today}
          max={latestEnd(civilDate(today))}
          defaultValue={typed?.endsOn}
        />
        <ConsentFields today={today} typed={typed} />
        <div>
          <Button>{f.submit}</Button>
        </div>
      </form>
    </Card>
  );
}

/** How and when the guardian agreed, or why nobody was asked. */
function ConsentFields({ today, typed }: Omit<Props, "operation">) {
  const t = useTexts(handoverTexts);
  const f = t.form;
  return (
    <>
      <Choices name="setuju" label={f.consent} options={optionsOf(t.consents)} value={typed?.consentBy} />
      <TextField
        name="setuju-hari"
        type="date"
        width="middle"
        label={f.consentOn}
        max={today}
        defaultValue={typed?.consentOn}
      />
      <SelectField
        name="tanpa"
        label={f.override}
        hint={f.overrideHint}
        options={[empty, ...optionsOf(t.overrides)]}
        defaultValue={typed?.withoutConsent}
      />
    </>
  );
}
