import { incidentEvidence, knownKinds, refutals } from "@tuwai/domain/incident-reports";
import type { ReactElement } from "react";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useTexts } from "#language/use-texts.ts";
import { ActForm, typedIn } from "#shell";
import { Button, Card, Choices, Disclosure, SelectField, TextField } from "#ui";
import type { Forms } from "./forms.ts";

type DaysProps = {
  readonly forms: Forms;
  readonly typed: Readonly<Record<string, string>>;
  readonly hasAccident: boolean;
};

function DayFields({ forms, typed, hasAccident }: DaysProps): ReactElement {
  const t = useTexts(incidentDeskTexts).page;
  const { report, today } = forms;
  return (
    <>
      <TextField
        name="hari"
        type="date"
        width="middle"
        label={t.on}
        hint={t.onHint}
        max={today}
        defaultValue={typed["hari"] ?? report.happenedOn}
      />
      {hasAccident && (
        <TextField
          name="kecelakaan"
          type="date"
          width="middle"
          label={t.accidentOn}
          hint={t.accidentHint}
          max={today}
          defaultValue={typed["kecelakaan"] ?? report.accidentOn ?? undefined}
        />
      )}
    </>
  );
}

/** Says that it is true. What happened and by what it is known are chosen anew: the reporter may have been wrong. */
export function ConfirmForm(forms: Forms): ReactElement {
  const t = useTexts(incidentDeskTexts).page;
  const { kinds } = useTexts(incidentReportTexts);
  const typed = typedIn(forms, "pastikan");
  return (
    <Card title={t.confirm}>
      <p>{t.confirmNote}</p>
      <ActForm act="pastikan" forms={forms}>
        <Choices
          name="kejadian"
          label={t.kind}
          options={knownKinds.map((value) => ({ value, label: kinds[value] }))}
          value={typed["kejadian"] ?? forms.report.kind}
        />
        <DayFields forms={forms} typed={typed} hasAccident />
        <SelectField
          name="lewat"
          label={t.evidence}
          options={[
            { value: "", label: "" },
            ...incidentEvidence.map((value) => ({ value, label: t.evidences[value] })),
          ]}
          defaultValue={
            typed["lewat"] ?? (forms.report.channel === "population-office" ? "population-office" : undefined)
          }
        />
        <div>
          <Button>{t.confirmSubmit}</Button>
        </div>
      </ActForm>
    </Card>
  );
}

export function CorrectForm(forms: Forms): ReactElement {
  const t = useTexts(incidentDeskTexts).page;
  const isOpen = forms.failed?.act === "betulkan";
  return (
    <Disclosure summary={t.correct} isOpen={isOpen}>
      <ActForm act="betulkan" forms={forms}>
        <DayFields
          forms={forms}
          typed={typedIn(forms, "betulkan")}
          hasAccident={forms.report.kind === "work-accident-death"}
        />
        <div>
          <Button look="plain">{t.correctSubmit}</Button>
        </div>
      </ActForm>
    </Disclosure>
  );
}

export function RefuteForm(forms: Forms): ReactElement {
  const t = useTexts(incidentDeskTexts).page;
  const isOpen = forms.failed?.act === "sangkal";
  return (
    <Disclosure summary={t.refute} isOpen={isOpen}>
      <p>{t.refuteNote}</p>
      <ActForm act="sangkal" forms={forms}>
        <Choices
          name="sebab"
          label={t.refutal}
          options={refutals.map((value) => ({ value, label: t.refutals[value] }))}
          value={typedIn(forms, "sangkal")["sebab"]}
        />
        <div>
          <Button look="danger">{t.refuteSubmit}</Button>
        </div>
      </ActForm>
    </Disclosure>
  );
}
