import type { CommitmentState, VillageKind } from "@tuwai/domain/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Choices, FileField, type FormErrors, optionsOf, SelectField, TextField } from "#ui";
import { stepsFrom } from "./steps-from.ts";

type Props = {
  readonly operation: string;
  readonly commitmentId: string;
  readonly version: number;
  readonly kind: VillageKind;
  readonly state: CommitmentState;
  readonly account: string | null;
  readonly errors: FormErrors;
  readonly typed: Readonly<Record<string, string>>;
};

/** One form for every step with the paper that shows it. */
export function StepForm(props: Props): ReactElement {
  const t = useTexts(commitmentTexts).village;
  const s = t.step;
  const { errors, typed, kind, state } = props;
  const text = (name: string) => ({ name, defaultValue: typed[name] ?? "", error: errors[name] });
  return (
    <Card title={s.title}>
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <OperationField id={props.operation} />
        <input type="hidden" name="komitmen" value={props.commitmentId} />
        <input type="hidden" name="versi" value={props.version} />
        <SelectField
          {...text("langkah")}
          label={s.which}
          options={[
            { value: "", label: "" },
            ...stepsFrom(state, kind).map((step) => ({ value: step as string, label: s.steps[step] })),
          ]}
        />
        <Choices
          name="anggaran"
          label={s.budget}
          value={typed["anggaran"] ?? "initial"}
          options={optionsOf(s.budgets)}
          error={errors["anggaran"]}
        />
        <TextField
          {...text("jumlah")}
          label={s.amount}
          hint={s.amountHint}
          inputMode="numeric"
          width="middle"
        />
        <TextField
          {...text("rekening")}
          label={s.account}
          hint={props.account === null ? t.facts.noAccount : `${props.account}. ${s.accountHint}`}
          width="middle"
        />
        <TextField {...text("nomor")} label={s.number} />
        <TextField {...text("tanggal")} label={s.on} hint={s.onHint} type="date" width="middle" />
        <FileField
          name="pindaian"
          label={s.scan}
          hint={s.scanHint}
          accept=".pdf,image/jpeg,image/png,image/webp"
          error={errors["pindaian"]}
        />
        <TextField {...text("alasan")} label={s.reason} hint={s.reasonHint} />
        <div>
          <Button>{s.save}</Button>
        </div>
      </form>
    </Card>
  );
}
