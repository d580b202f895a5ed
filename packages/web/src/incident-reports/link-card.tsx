import type { Suggested } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { formatDate } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ActForm, typedIn } from "#shell";
import { Button, Card, Choices, Disclosure, TextField } from "#ui";
import type { Forms } from "./forms.ts";

/** Which worker it is about: suggestions that a person chooses from, or a code. */
export function LinkCard(forms: Forms): ReactElement | null {
  const t = useTexts(incidentDeskTexts).page;
  const to = useLocalPath();
  const language = useLanguage();
  const { report } = forms;
  const { person, can, state } = report;
  const mayLink = can.decide && state === "reported";
  if (person === null) return mayLink ? <Card title={t.who}>{<LinkForm {...forms} />}</Card> : null;
  return (
    <Card title={t.who}>
      <p>
        <a href={to(`/pekerja/${person.code ?? ""}`)}>{t.isLinked(person.name ?? person.code ?? "")}</a>{" "}
        {person.diedOn !== null && t.diedOn(formatDate(language, person.diedOn))}
      </p>
      {mayLink && (
        <Disclosure summary={t.linkAnother} isOpen={forms.failed?.act === "hubungkan"}>
          <LinkForm {...forms} />
        </Disclosure>
      )}
    </Card>
  );
}

function LinkForm(forms: Forms): ReactElement {
  const t = useTexts(incidentDeskTexts).page;
  const { suggested, person } = forms.report;
  const said = ({ name, code, birthYear, by }: Suggested) =>
    [name ?? code, birthYear === null ? null : t.born(birthYear), t.by[by]].filter(Boolean).join(", ");
  return (
    <ActForm act="hubungkan" forms={forms}>
      {suggested.length > 0 && (
        <Choices
          name="orang"
          label={t.suggested}
          options={suggested.map((each) => ({ value: each.code ?? "", label: said(each) }))}
        />
      )}
      {suggested.length === 0 && person === null && <p>{t.noSuggestion}</p>}
      <TextField
        name="kode"
        label={t.personCode}
        hint={t.personCodeHint}
        width="middle"
        autoComplete="off"
        defaultValue={typedIn(forms, "hubungkan")["kode"]}
      />
      <div>
        <Button>{t.link}</Button>
      </div>
    </ActForm>
  );
}
