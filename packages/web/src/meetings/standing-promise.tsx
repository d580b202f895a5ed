import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah, formatTime } from "#language/format.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Notice, Progress } from "#ui";
import type { FillPage } from "./load-fill.ts";

/** What the village declared, since when it stands on the screen, and how far all of them are. */
export function StandingPromise({ page }: { readonly page: FillPage }): ReactElement | null {
  const t = useTexts(meetingFillTexts).standing;
  const sources = useTexts(commitmentTexts).sources;
  const language = useLanguage();
  const { standing, hall } = page;
  if (standing === null) return null;
  const time = (at: string) => formatTime(language, new Date(at));
  const { confirmedAt, source } = standing;
  return (
    <>
      <Notice
        tone="ok"
        title={confirmedAt === null ? t.at(time(standing.at)) : t.confirmedAt(time(confirmedAt))}
      >
        <p>
          {t.what(
            formatNumber(language, standing.heads),
            String(standing.months),
            source === null ? "–" : sources[source],
          )}
        </p>
      </Notice>
      <Card>
        <Progress
          label={t.hall(formatNumber(language, hall.declared), formatNumber(language, hall.villages))}
          done={hall.promised}
          total={hall.need}
          text={t.hallSum(formatRupiah(language, hall.promised), formatRupiah(language, hall.need))}
        />
      </Card>
      <History page={page} />
    </>
  );
}

function History({ page: { history } }: { readonly page: FillPage }) {
  const t = useTexts(meetingFillTexts);
  const language = useLanguage();
  if (history.length < 2) return null;
  const rupiah = (value: unknown) => formatRupiah(language, typeof value === "number" ? value : 0);
  return (
    <Disclosure summary={t.standing.before}>
      <ul>
        {history.map(({ what, details, at }) => (
          <li key={`${at}${what}`}>
            {formatTime(language, new Date(at))}:{" "}
            {what === "corrected"
              ? t.events.corrected(rupiah(details["rupiah"]), rupiah(details["was"]))
              : Object.hasOwn(t.events, what) && t.events[what as "declared"](rupiah(details["rupiah"]))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
