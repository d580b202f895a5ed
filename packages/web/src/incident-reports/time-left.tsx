import { callBy, hoursLeft } from "@tuwai/domain/incident-reports";
import type { ListedReport } from "@tuwai/server/incident-reports";
import type { ReactElement } from "react";
import { formatInstant, formatNumber } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Tag } from "#ui";

/** The hours that are left to tell BPJS, or by when whoever reported is to be called; nothing once it is closed. */
export function TimeLeft(props: {
  readonly report: ListedReport;
  readonly now: number;
}): ReactElement | null {
  const t = useTexts(incidentDeskTexts);
  const language = useLanguage();
  const { report, now } = props;
  const isOpen = report.state === "reported" || (report.state === "confirmed" && report.followedAt === null);
  if (!isOpen) return null;
  if (report.until === null)
    return report.state === "reported" ? (
      <>{t.callBy(formatInstant(language, new Date(callBy(report.receivedAt.getTime()))))}</>
    ) : null;
  const hours = hoursLeft(report.until, now);
  return hours < 0 ? (
    <Tag status="arrears">{t.late}</Tag>
  ) : (
    <Tag status="waiting">{t.hours(formatNumber(language, hours))}</Tag>
  );
}
