import type { ReactElement } from "react";
import type { WorkerDetail } from "@tuwai/server/workers";
import { wordOf } from "#language/word-of.ts";
import { formatDate } from "#language/format.ts";
import { workerTexts } from "#language/worker.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Tag, type Status } from "#ui";

const statuses = {
  eligible: "active",
  ineligible: "refused",
  undetermined: "waiting",
} as const satisfies Record<string, Status>;

type Props = { readonly judgement: WorkerDetail["judgement"] };

/** Whether the person may be enrolled, with all reasons in words; absent for roles that may not know. */
export function Eligibility({ judgement }: Props): ReactElement | null {
  const t = useTexts(workerTexts);
  const language = useLanguage();
  if (judgement === undefined) return null;
  if (judgement === null) return <Card title={t.eligibility}>{t.notJudged}</Card>;
  const reasons = judgement.reasons.map(({ code, ...details }) =>
    code === "fact-missing" ? wordOf(t.missing, String(details["fact"])) : wordOf(t.reasons, code),
  );
  return (
    <Card title={t.eligibility}>
      <div>
        <Tag status={statuses[judgement.outcome]}>{t.outcomes[judgement.outcome]}</Tag>
      </div>
      {reasons.length === 0 ? (
        <p>{t.allGood}</p>
      ) : (
        <ul>
          {[...new Set(reasons)].map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <p className="quiet small">
        {t.judgedOn(formatDate(language, judgement.judgedOn), judgement.policyNumber)} {t.bansos}
      </p>
    </Card>
  );
}
