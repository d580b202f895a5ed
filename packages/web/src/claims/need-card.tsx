import type { Claim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { dayOf } from "#language/day-of.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Card } from "#ui";
import { helped } from "./claim-words.ts";

/** Why BPJS does not pay, and which help reached the family instead. */
export function NeedCard({ claim }: { readonly claim: Claim }): ReactElement | null {
  const { need: t, steps } = useTexts(claimPageTexts);
  const language = useLanguage();
  const { refusal, needReason } = claim;
  const help = helped(claim);
  if (refusal === null && needReason === null && help.length === 0) return null;
  return (
    <Card title={t.title}>
      {refusal !== null && <p>{t.refusedFor(steps.refusals[refusal])}</p>}
      {needReason !== null && <p>{t.why(steps.needReasons[needReason])}</p>}
      {help.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <ul>
          {help.map(({ id, details, takenAt }) => (
            <li key={id}>
              {t.line(
                wordOf(steps.helpKinds, String(details["kind"])),
                typeof details["on"] === "string" && details["on"] !== ""
                  ? formatDate(language, details["on"])
                  : dayOf(language, takenAt),
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
