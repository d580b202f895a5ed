import { incidentKinds } from "@tuwai/domain/incident-reports";
import type { TypedReport } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useTexts } from "#language/use-texts.ts";
import type { VillageName } from "#regions";
import { Choices, type FormErrors, SelectField, TextField } from "#ui";
import { choiceOf, type Days, type Question } from "./draft.ts";

export type Asking = {
  readonly question: Question;
  readonly typed: Partial<TypedReport>;
  readonly errors: FormErrors | undefined;
  readonly villages: readonly VillageName[];
  readonly days: Days;
  /** An officer writes down what a caller says: nothing of the officer's own is filled in. */
  readonly isCall?: boolean;
};

/** The fields of one question; no name of a person is offered to choose from. */
export function QuestionFields(asking: Asking): ReactElement | null {
  const { question } = asking;
  if (question === "kind") return <KindField {...asking} />;
  if (question === "who") return <WhoFields {...asking} />;
  if (question === "when") return <WhenFields {...asking} />;
  if (question === "teller") return <TellerField {...asking} />;
  return question === "contact" ? <ContactFields {...asking} /> : null;
}

function KindField({ typed, errors }: Asking): ReactElement {
  const t = useTexts(incidentReportTexts);
  return (
    <Choices
      name="kind"
      label={t.questions.kind}
      options={incidentKinds.map((value) => ({ value, label: t.kinds[value] }))}
      value={typed.kind}
      error={errors?.["kind"]}
    />
  );
}

function WhoFields({ typed, errors, villages }: Asking): ReactElement {
  const t = useTexts(incidentReportTexts);
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        maxLength={200}
        autoComplete="off"
        defaultValue={typed.name}
        error={errors?.["name"]}
      />
      {villages.length > 0 && (
        <SelectField
          name="village"
          label={t.village}
          options={[
            { value: "", label: "" },
            ...villages.map(({ code, name }) => ({ value: code, label: name })),
            { value: "?", label: t.villageUnknown },
          ]}
          defaultValue={typed.village}
          error={errors?.["village"]}
        />
      )}
      <TextField
        name="cardCode"
        label={t.card}
        hint={t.cardHint}
        width="middle"
        maxLength={20}
        autoComplete="off"
        defaultValue={typed.cardCode}
        error={errors?.["cardCode"]}
      />
    </>
  );
}

function WhenFields({ typed, errors, days }: Asking): ReactElement {
  const t = useTexts(incidentReportTexts);
  const day = choiceOf(typed.on, days);
  return (
    <>
      <Choices
        name="day"
        label={t.on}
        hint={t.onHint}
        options={(["today", "yesterday", "earlier"] as const).map((value) => ({
          value,
          label: t.days[value],
        }))}
        value={day}
        error={errors?.["on"]}
      />
      <TextField
        name="on"
        type="date"
        width="middle"
        label={t.otherDay}
        max={days.today}
        defaultValue={day === "earlier" ? typed.on : undefined}
      />
      <TextField
        name="time"
        width="short"
        label={t.time}
        hint={t.timeHint}
        inputMode="decimal"
        maxLength={5}
        autoComplete="off"
        defaultValue={typed.time}
        error={errors?.["time"]}
      />
      <TextField
        name="place"
        label={t.place}
        hint={t.placeHint}
        maxLength={200}
        autoComplete="off"
        defaultValue={typed.place}
        error={errors?.["place"]}
      />
    </>
  );
}

function TellerField({ typed, errors, isCall = false }: Asking): ReactElement {
  const t = useTexts(incidentReportTexts);
  return (
    <Choices
      name="teller"
      label={isCall ? t.caller.who : t.questions.teller}
      options={(["family", "neighbour", "official", "health", "other"] as const).map((value) => ({
        value,
        label: t.tellers[value],
      }))}
      value={typed.teller}
      error={errors?.["teller"]}
    />
  );
}

function ContactFields({ typed, errors, isCall = false }: Asking): ReactElement {
  const t = useTexts(incidentReportTexts);
  return (
    <>
      <TextField
        name="phone"
        type="tel"
        width="middle"
        label={isCall ? t.caller.phone : t.phone}
        hint={isCall ? undefined : t.phoneHint}
        autoComplete={isCall ? "off" : "tel"}
        defaultValue={typed.phone}
        error={errors?.["phone"]}
      />
      <TextField
        name="tellerName"
        label={isCall ? t.caller.name : t.tellerName}
        hint={isCall ? undefined : t.tellerNameHint}
        maxLength={200}
        autoComplete={isCall ? "off" : "name"}
        defaultValue={typed.tellerName}
        error={errors?.["tellerName"]}
      />
    </>
  );
}
