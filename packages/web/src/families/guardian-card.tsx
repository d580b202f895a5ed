import { guardianEvidence, guardianKinds } from "@tuwai/domain/families";
import type { ShownChild, ShownGuardian } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm, typedIn } from "#shell";
import { Button, Card, Disclosure, SelectField, Tag, TextField } from "#ui";
import type { Forms } from "./forms.ts";
import { guardianStatus } from "./orphan-filter.ts";

type Props = { readonly child: ShownChild; readonly forms: Forms };

/** Who speaks for the child and what shows it; forms for whoever may write. */
export function GuardianCard({
  child,
  forms,
  mayWrite,
}: Props & { readonly mayWrite: boolean }): ReactElement {
  const t = useTexts(familyTexts);
  const { title, none } = t.child.guardian;
  const { guardianState, guardians } = child;
  const standing = guardians.find(({ stands }) => stands);
  const isAsked = guardianState === "missing" || forms.failed?.act === "wali";
  return (
    <Card title={title}>
      <p>
        <Tag status={guardianStatus[guardianState]}>{t.guardianStates[guardianState]}</Tag>
      </p>
      {guardians.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul>
          {guardians.map((guardian) => (
            <li key={guardian.id}>
              <Guardian guardian={guardian} />
            </li>
          ))}
        </ul>
      )}
      {mayWrite && standing !== undefined && (
        <EndGuardian guardian={standing} forms={forms} isOpen={forms.failed?.act === "akhiri-wali"} />
      )}
      {mayWrite && (isAsked ? <NewGuardian forms={forms} /> : <Folded forms={forms} />)}
    </Card>
  );
}

function Folded({ forms }: { readonly forms: Forms }): ReactElement {
  const t = useTexts(familyTexts).child.guardian;
  return (
    <Disclosure summary={t.add}>
      <NewGuardian forms={forms} />
    </Disclosure>
  );
}

function Guardian({ guardian }: { readonly guardian: ShownGuardian }): ReactElement {
  const t = useTexts(familyTexts).child.guardian;
  const language = useLanguage();
  const { kind, evidence, name, initials, phone, from, until } = guardian;
  return (
    <>
      {t.line(t.kinds[kind], name ?? initials, formatDate(language, from))}
      {until !== null && ` ${t.until(formatDate(language, until))}`}. {t.evidences[evidence]}.
      {phone !== undefined && phone !== "" && (
        <>
          {" "}
          <a href={`tel:${phone}`}>{phone.replace(/^\+62/, "0")}</a>
        </>
      )}
    </>
  );
}

function EndGuardian(props: {
  readonly guardian: ShownGuardian;
  readonly forms: Forms;
  readonly isOpen: boolean;
}): ReactElement {
  const t = useTexts(familyTexts).child.guardian;
  const form = (
    <ActForm act="akhiri-wali" forms={props.forms}>
      <input type="hidden" name="wali" value={props.guardian.id} />
      <TextField
        name="hari"
        type="date"
        width="middle"
        label={t.endOn}
        defaultValue={typedIn(props.forms, "akhiri-wali")["hari"]}
      />
      <div>
        <Button look="plain">{t.endSubmit}</Button>
      </div>
    </ActForm>
  );
  return props.isOpen ? form : <Disclosure summary={t.end}>{form}</Disclosure>;
}

function NewGuardian({ forms }: { readonly forms: Forms }): ReactElement {
  const t = useTexts(familyTexts).child.guardian;
  const typed = typedIn(forms, "wali");
  return (
    <ActForm act="wali" forms={forms}>
      <SelectField
        name="siapa"
        label={t.kind}
        options={[
          { value: "", label: "" },
          ...guardianKinds.map((value) => ({ value, label: t.kinds[value] })),
        ]}
        defaultValue={typed["siapa"]}
      />
      <TextField name="nama" label={t.name} autoComplete="off" defaultValue={typed["nama"]} />
      <TextField
        name="hp"
        type="tel"
        label={t.phone}
        hint={t.phoneHint}
        autoComplete="off"
        defaultValue={typed["hp"]}
      />
      <SelectField
        name="bukti"
        label={t.evidence}
        options={[
          { value: "", label: "" },
          ...guardianEvidence.map((value) => ({ value, label: t.evidences[value] })),
        ]}
        defaultValue={typed["bukti"]}
      />
      <TextField
        name="sejak"
        type="date"
        width="middle"
        label={t.from}
        max={forms.today}
        defaultValue={typed["sejak"]}
      />
      <TextField
        name="sampai"
        type="date"
        width="middle"
        label={t.untilLabel}
        hint={t.untilHint}
        defaultValue={typed["sampai"]}
      />
      <div>
        <Button>{t.submit}</Button>
      </div>
    </ActForm>
  );
}
