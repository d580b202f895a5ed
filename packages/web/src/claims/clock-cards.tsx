import { claimDeadlines } from "@tuwai/domain/benefits";
import { type Clock, lateSum } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { formatDate, formatInstant, formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";
import styles from "./claims.module.css";

const marks: Readonly<Record<Clock["state"], Status>> = {
  running: "waiting",
  "in-time": "active",
  late: "arrears",
  "not-begun": "waiting",
};

/** Each limit with what is left of it, whether it was kept, and until when. */
export function ClockCards({ claim }: { readonly claim: Claim }): ReactElement {
  const t = useTexts(claimPageTexts).clocks;
  return (
    <section className={styles["clocks"]} aria-label={t.label}>
      {claim.clocks.map((clock) => (
        <ClockCard key={clock.name} clock={clock} claim={claim} />
      ))}
    </section>
  );
}

function ClockCard({ clock, claim }: { readonly clock: Clock; readonly claim: Claim }) {
  const t = useTexts(claimPageTexts).clocks;
  const language = useLanguage();
  const { answerWorkingDays } = claimDeadlines(claim.kind, claim.happenedOn, claim.happenedOn);
  const titles = {
    report: t.report,
    answer: t.answer(formatNumber(language, answerWorkingDays)),
    claim: t.claim,
  };
  const states = { running: t.toGo, "in-time": t.inTime, late: t.late, "not-begun": t.notBegun };
  return (
    <div className="card">
      <h2 className={styles["clock-title"]}>{titles[clock.name]}</h2>
      <p className={styles["clock-left"]}>{clock.left === null ? "–" : spell(clock, language)}</p>
      <p className="small">
        <Tag status={marks[clock.state]}>{states[clock.state]}</Tag>{" "}
        <span className="quiet">
          {clock.until === null ? t.notBegunText : t.until(untilOf(clock.until, language))}
        </span>
      </p>
      <Late clock={clock} claim={claim} />
    </div>
  );
}

/** What a late answer adds, while it is late. */
function Late({ clock, claim }: { readonly clock: Clock; readonly claim: Claim }) {
  const t = useTexts(claimPageTexts).clocks;
  const language = useLanguage();
  const { expected } = claim;
  if (clock.name !== "answer" || clock.state !== "late" || clock.left === null) return null;
  if (expected === null || expected === 0) return null;
  const sum = lateSum(expected, -clock.left);
  return <p className="small quiet">{t.lateAdds(formatRupiah(language, sum))}</p>;
}

const untilOf = (until: number | string, language: Language): string =>
  typeof until === "number" ? formatInstant(language, new Date(until)) : formatDate(language, until);

/** The time that is or was left, without its sign: hours and minutes, days, or years and months. */
function spell({ name, left }: Clock, language: Language): string {
  const t = claimPageTexts[language].clocks;
  const n = (value: number) => formatNumber(language, value);
  const size = Math.abs(left ?? 0);
  if (name === "report") return t.hours(n(Math.floor(size / 60)), n(size % 60));
  if (name === "answer" || size < 365) return t.days(n(size));
  return t.years(n(Math.floor(size / 365.25)), n(Math.floor((size % 365.25) / 30.44)));
}
