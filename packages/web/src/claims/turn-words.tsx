import type { ClaimState } from "@tuwai/domain/claims";
import { type CivilDate, daysBetween } from "@tuwai/domain/time";
import type { ListedClaim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimTexts } from "#language/claims.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

const marks: Readonly<Record<ClaimState, Status>> = {
  collecting: "decision",
  "handed-in": "process",
  returned: "decision",
  accepted: "process",
  paid: "active",
  refused: "refused",
  objected: "process",
  "in-need": "decision",
  closed: "done",
  withdrawn: "done",
};

export function StateTag({ state }: { readonly state: ClaimState }): ReactElement {
  const t = useTexts(claimTexts);
  return <Tag status={marks[state]}>{t.states[state]}</Tag>;
}

/** Days by which a day has passed; 0 where it has not, or there is none. */
export const daysLate = (dueOn: string | null, today: string): number =>
  dueOn === null ? 0 : Math.max(0, daysBetween(dueOn as CivilDate, today as CivilDate));

type Props = { readonly claim: Pick<ListedClaim, "turn" | "clocks" | "toldBpjsAt">; readonly today: string };

/** Whose turn it is and until when; what is late says so in words. */
export function TurnWords({ claim, today }: Props): ReactElement {
  const t = useTexts(claimTexts);
  const language = useLanguage();
  const { turn } = claim;
  const late = daysLate(turn.dueOn, today);
  return (
    <>
      {t.owners[turn.owner]}
      {turn.dueOn !== null && <>, {t.until(formatDate(language, turn.dueOn))}</>}{" "}
      {late > 0 && <Tag status="arrears">{t.lateDays(formatNumber(language, late))}</Tag>}
      <ToTell claim={claim} />
    </>
  );
}

function ToTell({ claim: { clocks, toldBpjsAt, turn } }: Pick<Props, "claim">): ReactElement | null {
  const t = useTexts(claimTexts);
  const language = useLanguage();
  const clock = clocks.find(({ name }) => name === "report");
  if (clock === undefined || clock.left === null || toldBpjsAt !== null || turn.owner === "nobody")
    return null;
  const hours = Math.floor(clock.left / 60);
  return (
    <div>
      <Tag status={hours < 0 ? "arrears" : "waiting"}>
        {hours < 0 ? t.tellLate : t.tellHours(formatNumber(language, hours))}
      </Tag>
    </div>
  );
}
