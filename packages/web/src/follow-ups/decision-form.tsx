import { decisionKinds, evidenceKinds, ownerRoles } from "@tuwai/domain/follow-ups";
import type { Group } from "@tuwai/domain/grants";
import type { ReactElement } from "react";
import { accountTexts } from "#language/accounts.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { followUpTexts } from "#language/follow-ups.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import {
  Button,
  Card,
  Choices,
  Disclosure,
  Field,
  type FormErrors,
  type Option,
  SelectField,
  TextField,
} from "#ui";

/** What stands in the fields, by their names. */
export type TypedDecision = Readonly<Record<string, string>>;

type Props = {
  readonly operation: string;
  readonly path: string;
  readonly year: number;
  readonly places: readonly Option[];
  readonly groups: readonly Group[];
  readonly typed: TypedDecision;
  readonly errors: FormErrors;
};

/** One decision: its words, who does it, by when, and what shows that it was done. */
export function DecisionForm(props: Props): ReactElement {
  const t = useTexts(followUpTexts).decisions;
  const { typed, errors } = props;
  const f = t.form;
  const of = (name: string) => ({ name, defaultValue: typed[name] ?? "", error: errors[name] });
  return (
    <Card title={t.add} id="catat">
      <Offers path={props.path} year={props.year} />
      <form method="post" className="form" noValidate>
        <OperationField id={props.operation} />
        <Choices
          name="jenis"
          label={f.kind}
          value={typed["jenis"] ?? "decision"}
          options={decisionKinds.map((value) => ({ value, label: t.kinds[value] }))}
          error={errors["jenis"]}
        />
        <Field name="bunyi" label={f.text} hint={f.textHint} error={errors["bunyi"]}>
          {(control) => <textarea {...control} rows={3} maxLength={1000} defaultValue={typed["bunyi"]} />}
        </Field>
        <OwnerFields {...props} />
        <TextField {...of("batas")} label={f.due} type="date" width="middle" />
        <EvidenceFields {...props} />
        <div>
          <Button name="aksi" value="catat">
            {f.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function OwnerFields({ typed, errors, places }: Props) {
  const f = useTexts(followUpTexts).decisions.form;
  const roles = useTexts(accountTexts).roles;
  const of = (name: string) => ({ name, defaultValue: typed[name] ?? "", error: errors[name] });
  return (
    <>
      <SelectField
        {...of("penanggung")}
        label={f.owner}
        options={[
          { value: "", label: f.nobody },
          ...ownerRoles.map((value) => ({ value: value as string, label: roles[value] })),
        ]}
      />
      <SelectField
        {...of("wilayah")}
        label={f.place}
        hint={f.placeHint}
        options={[{ value: "", label: f.placeAll }, ...places]}
      />
      <SelectField
        {...of("hanya")}
        label={f.only}
        options={[
          { value: "", label: f.onlyAll },
          { value: "desa", label: f.onlyDesa },
          { value: "kelurahan", label: f.onlyKelurahan },
        ]}
      />
    </>
  );
}

function EvidenceFields({ typed, errors, groups, year }: Props) {
  const t = useTexts(followUpTexts);
  const f = t.decisions.form;
  const names = useTexts(commitmentTexts).groups;
  const of = (name: string) => ({ name, defaultValue: typed[name] ?? "", error: errors[name] });
  return (
    <>
      <SelectField
        {...of("bukti")}
        label={f.evidence}
        options={evidenceKinds.map((value) => ({ value, label: t.evidence[value] }))}
      />
      <SelectField
        {...of("kelompok")}
        label={f.group}
        options={[
          { value: "", label: f.groupNone },
          ...groups.map((value) => ({ value: value as string, label: `${names[value]} ${year}` })),
        ]}
      />
    </>
  );
}

/** Sentences that meetings use again: each fills the form, in the address, without a script. */
function Offers({ path, year }: { readonly path: string; readonly year: number }) {
  const t = useTexts(followUpTexts).decisions;
  const to = useLocalPath();
  return (
    <Disclosure summary={t.sentences}>
      <ul>
        {t.offers.map((offer, at) => (
          <li key={offer.evidence + offer.owner}>
            <a href={`${to(path)}?kalimat=${at + 1}#catat`}>{offer.text(String(year))}</a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
