import type { ReactElement } from "react";
import { formatDate, formatInstant } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { incidentReportTexts } from "#language/incident-reports.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { ActForm } from "#shell";
import { Button, Disclosure } from "#ui";
import type { Forms } from "./forms.ts";

/** Other reports of the village from about that day, one of which may be of the same event. */
export function MergeCard(forms: Forms): ReactElement {
  const t = useTexts(incidentDeskTexts);
  const { kinds } = useTexts(incidentReportTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Disclosure summary={t.page.merge} isOpen={forms.failed?.act === "gabung"}>
      <p>{t.page.mergeNote}</p>
      {forms.report.near.map((other) => (
        <ActForm key={other.id} act="gabung" forms={forms}>
          <input type="hidden" name="lain" value={other.id} />
          <p>
            <a href={to(`/kejadian/${other.id}`)}>
              {kinds[other.kind]}, {formatDate(language, other.happenedOn)}
            </a>{" "}
            <span className="quiet">
              {t.columns.received} {formatInstant(language, other.receivedAt)}, {t.states[other.state]}
            </span>
          </p>
          <div>
            <Button look="plain" small>
              {t.page.mergeSubmit}
            </Button>
          </div>
        </ActForm>
      ))}
    </Disclosure>
  );
}
