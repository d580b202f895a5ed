import { hoursLeft } from "@tuwai/domain/incident-reports";
import type { ReactElement } from "react";
import { formatInstant, formatNumber } from "#language/format.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm } from "#shell";
import { Button, Card, Notice } from "#ui";
import type { Forms } from "./forms.ts";

/** The hours that are left while the clock runs, and once it is sure: the family, and BPJS. */
export function FollowCard({ now, ...forms }: Forms & { readonly now: number }): ReactElement | null {
  const t = useTexts(incidentDeskTexts).page;
  const language = useLanguage();
  const { state, followedAt, until, can } = forms.report;
  if (followedAt !== null)
    return <Notice tone="ok">{t.isFollowed(formatInstant(language, followedAt))}</Notice>;
  if (state !== "reported" && state !== "confirmed") return null;
  const hours = until === null ? null : hoursLeft(until, now);
  const clock = until !== null && hours !== null && (
    <Notice tone="warn">
      {hours < 0
        ? t.late
        : `${t.untilBpjs(formatInstant(language, new Date(until)))} ${t.left(formatNumber(language, hours))}`}
    </Notice>
  );
  if (state === "reported") return clock || null;
  return (
    <>
      {clock}
      <Card title={t.next}>
        <p>{t.nextText}</p>
        {can.follow && (
          <ActForm act="tindak" forms={forms}>
            <div>
              <Button>{t.followSubmit}</Button>
            </div>
          </ActForm>
        )}
      </Card>
    </>
  );
}
