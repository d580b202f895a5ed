import type { Report } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { formatDate, formatInstant } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList } from "#ui";
import { spellIncidentCode } from "./spell-code.ts";

/** What the reporter said, as it was said. */
export function ToldCard(props: { readonly report: Report; readonly village: string | null }): ReactElement {
  const { page: t, noVillage } = useTexts(incidentDeskTexts);
  const { tellers } = useTexts(incidentReportTexts);
  const language = useLanguage();
  const { report, village } = props;
  const { told, happenedOn, happenedTime, teller, channel, receivedAt, code } = report;
  const f = t.fields;
  const facts = [
    { name: f.name, value: told.name },
    { name: f.village, value: village ?? noVillage },
    { name: f.cardCode, value: told.cardCode },
    { name: f.when, value: [formatDate(language, happenedOn), happenedTime].filter(Boolean).join(", ") },
    { name: f.place, value: told.place },
    { name: f.teller, value: [told.tellerName, tellers[teller]].filter(Boolean).join(", ") },
    {
      name: f.phone,
      value: told.phone === "" ? "" : <a href={`tel:${told.phone}`}>{told.phone.replace(/^\+62/, "0")}</a>,
    },
    { name: f.channel, value: `${t.channels[channel]}, ${formatInstant(language, receivedAt)}` },
    { name: f.code, value: spellIncidentCode(code) },
  ];
  return (
    <Card title={t.told}>
      <DescriptionList facts={facts.filter(({ value }) => value !== "")} />
    </Card>
  );
}
