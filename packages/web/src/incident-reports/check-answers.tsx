import type { TypedReport } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { formatDate } from "#language/format.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import type { VillageName } from "#regions";
import { DescriptionList } from "#ui";
import { pathOf, type Question } from "./draft.ts";

const wordIn = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? "";

/** Every answer once more, each with a way back to its question. */
export function CheckAnswers(props: {
  readonly report: TypedReport;
  readonly villages: readonly VillageName[];
}): ReactElement {
  const t = useTexts(incidentReportTexts);
  const language = useLanguage();
  const { report, villages } = props;
  const village = villages.find(({ code }) => code === report.village)?.name ?? t.villageUnknown;
  const lines: readonly [Question, string, readonly string[]][] = [
    ["kind", t.questions.kind, [wordIn(t.kinds, report.kind)]],
    ["who", t.questions.who, [report.name, village, report.cardCode]],
    [
      "when",
      t.questions.when,
      [report.on === "" ? "" : formatDate(language, report.on), report.time, report.place],
    ],
    ["teller", t.questions.teller, [wordIn(t.tellers, report.teller)]],
    ["contact", t.questions.contact, [report.phone, report.tellerName]],
  ];
  return (
    <DescriptionList
      facts={lines.map(([question, name, values]) => ({
        name,
        value: <Answered question={question} what={name} text={values.filter(Boolean).join(", ")} />,
      }))}
    />
  );
}

function Answered(props: {
  readonly question: Question;
  readonly what: string;
  readonly text: string;
}): ReactElement {
  const t = useTexts(incidentReportTexts);
  const to = useLocalPath();
  return (
    <>
      {props.text === "" ? <span className="quiet">{t.empty}</span> : props.text}{" "}
      <a href={to(pathOf(props.question))} aria-label={t.changeWhat(props.what)}>
        {t.change}
      </a>
    </>
  );
}
