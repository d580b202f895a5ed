import { scholarshipStates, schoolLevels } from "@tuwai/domain/families";
import type { ShownChild } from "@tuwai/server/families";
import type { ReactElement, ReactNode } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm, typedIn } from "#shell";
import { Button, Card, Choices, Disclosure, SelectField, TextField } from "#ui";
import type { Forms } from "./forms.ts";

type Props = { readonly child: ShownChild; readonly forms: Forms };

function Day(props: {
  readonly forms: Forms;
  readonly act: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
}): ReactElement {
  const { forms, act, label, hint, value } = props;
  return (
    <TextField
      name="hari"
      type="date"
      width="middle"
      label={label}
      hint={hint}
      max={forms.today}
      defaultValue={typedIn(forms, act)["hari"] ?? value}
    />
  );
}

/** A form that stays folded until it is wanted or came back. */
function Folded(props: {
  readonly forms: Forms;
  readonly act: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const { forms, act, title, children } = props;
  return forms.failed?.act === act ? (
    <Card title={title}>{children}</Card>
  ) : (
    <Disclosure summary={title}>{children}</Disclosure>
  );
}

export function ConsentForm({ child, forms }: Props): ReactElement {
  const t = useTexts(familyTexts).child.consent;
  return (
    <Folded forms={forms} act="setuju" title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <ActForm act="setuju" forms={forms}>
        <Choices
          name="persetujuan"
          label={t.choice}
          options={(["given", "withdrawn"] as const).map((value) => ({ value, label: t.choices[value] }))}
          value={typedIn(forms, "setuju")["persetujuan"] ?? (child.hasConsent ? "withdrawn" : "given")}
        />
        <Day forms={forms} act="setuju" label={t.on} value={forms.today} />
        <div>
          <Button look="plain">{t.submit}</Button>
        </div>
      </ActForm>
    </Folded>
  );
}

export function VerifyForm({ forms }: { readonly forms: Forms }): ReactElement {
  const t = useTexts(familyTexts).child.verify;
  return (
    <Folded forms={forms} act="periksa" title={t.title}>
      <ActForm act="periksa" forms={forms}>
        <p>{t.lead}</p>
        <div>
          <Button look="plain">{t.submit}</Button>
        </div>
      </ActForm>
    </Folded>
  );
}

/** The earliest letter that is not there stands chosen. */
export function LetterForm({ child, forms }: Props): ReactElement | null {
  const texts = useTexts(familyTexts);
  const t = texts.child.letter;
  const c = texts.calendar;
  const open = child.calendar?.years.filter(({ letter }) => letter !== "received") ?? [];
  if (open.length === 0) return null;
  return (
    <Card title={t.title}>
      <ActForm act="surat" forms={forms}>
        <SelectField
          name="tahun"
          label={t.year}
          options={open.map(({ year, letter }) => ({
            value: String(year),
            label: `${year}, ${c.states[letter]}`,
          }))}
          defaultValue={typedIn(forms, "surat")["tahun"]}
        />
        <Day forms={forms} act="surat" label={t.on} value={forms.today} />
        <div>
          <Button look="plain">{t.submit}</Button>
        </div>
      </ActForm>
      <p className="quiet small">{c.letterRule}</p>
    </Card>
  );
}

export function SchoolForm({ child, forms, mayWrite }: Props & { readonly mayWrite: boolean }): ReactElement {
  const texts = useTexts(familyTexts);
  const t = texts.child.school;
  const { levels } = texts.calendar;
  const language = useLanguage();
  const typed = typedIn(forms, "sekolah");
  const { school } = child;
  const now =
    school === null
      ? t.none
      : t.now(levels[school.level], String(school.yearOfLevel), formatDate(language, school.on));
  return (
    <Card title={t.title}>
      <p>{now}</p>
      {mayWrite && (
        <ActForm act="sekolah" forms={forms}>
          <SelectField
            name="jenjang"
            label={t.level}
            options={[
              { value: "", label: t.none },
              ...schoolLevels.map((value) => ({ value, label: levels[value] })),
            ]}
            defaultValue={typed["jenjang"] ?? school?.level}
          />
          <TextField
            name="kelas"
            inputMode="numeric"
            width="short"
            label={t.year}
            hint={t.yearHint}
            defaultValue={typed["kelas"] ?? (school === null ? undefined : String(school.yearOfLevel))}
          />
          <Day forms={forms} act="sekolah" label={t.on} hint={t.onHint} value={school?.on ?? forms.today} />
          <SelectField
            name="beasiswa"
            label={t.scholarship}
            options={scholarshipStates.map((value) => ({ value, label: t.scholarships[value] }))}
            defaultValue={typed["beasiswa"] ?? child.scholarship}
          />
          <div>
            <Button look="plain">{t.submit}</Button>
          </div>
        </ActForm>
      )}
    </Card>
  );
}

export function StopForm({ child, forms }: Props): ReactElement {
  const t = useTexts(familyTexts).child.stop;
  const typed = typedIn(forms, "berhenti");
  return (
    <Folded forms={forms} act="berhenti" title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <ActForm act="berhenti" forms={forms}>
        <Choices
          name="terjadi"
          label={t.kind}
          options={(["married", "working", "none"] as const)
            .filter((value) => value !== "none" || child.ended !== null)
            .map((value) => ({ value, label: t.kinds[value] }))}
          value={typed["terjadi"] ?? child.ended?.kind}
        />
        <Day forms={forms} act="berhenti" label={t.on} value={child.ended?.on} />
        <div>
          <Button look="plain">{t.submit}</Button>
        </div>
      </ActForm>
    </Folded>
  );
}
