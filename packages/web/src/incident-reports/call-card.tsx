import type { ReactElement } from "react";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useTexts } from "#language/use-texts.ts";
import { useSite } from "#shell";
import { Card, ContactLinks } from "#ui";

/** Whom to call instead, and that nobody is to be paid: on every page of the report. */
export function CallCard(): ReactElement {
  const t = useTexts(incidentReportTexts);
  const { contacts } = useSite();
  return (
    <Card title={t.phones}>
      <ContactLinks numbers={contacts} />
      <p className="quiet">{t.free}</p>
    </Card>
  );
}
