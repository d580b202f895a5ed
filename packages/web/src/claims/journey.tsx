import type { ClaimState } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { accountTexts } from "#language/accounts.ts";
import { claimTexts } from "#language/claims.ts";
import { claimPageTexts } from "#language/claim.ts";
import { formatDate, formatInstant, formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Card } from "#ui";
import styles from "./claims.module.css";

type Coming = keyof (typeof claimPageTexts)["id"]["journey"]["coming"];
/** What is under way at a state, and what follows it, in order. */
const ahead: Readonly<Record<ClaimState, readonly Coming[]>> = {
  collecting: ["gather", "hand-in", "answer", "money", "close"],
  returned: ["gather", "hand-in", "answer", "money", "close"],
  "handed-in": ["answer", "money", "close"],
  objected: ["answer", "money", "close"],
  accepted: ["money", "close"],
  paid: ["close"],
  refused: ["object", "close"],
  "in-need": ["help", "close"],
  closed: [],
  withdrawn: [],
};

type Props = { readonly claim: Claim; readonly notes: Readonly<Record<string, string>> };

/** What was done, by which role and when; what is under way, whose and until when; what comes. */
export function Journey({ claim, notes }: Props): ReactElement {
  const t = useTexts(claimPageTexts).journey;
  const { owners, until } = useTexts(claimTexts);
  const language = useLanguage();
  const [now, ...later] = ahead[claim.state];
  const { turn } = claim;
  return (
    <Card title={t.title}>
      <ol className={`steps ${styles["journey"]}`}>
        <li data-state="done">
          <strong>{t.reported}</strong>
          <div className="small quiet">{formatInstant(language, claim.reportedAt)}</div>
        </li>
        {gathered(claim.journey).map((done) => (
          <Done key={done.id} done={done} note={notes[done.id]} />
        ))}
        {now !== undefined && (
          <li data-state="now" aria-current="step">
            <div>
              <strong>{t.coming[now]}</strong>
              <div className="small">
                {owners[turn.owner]}
                {turn.dueOn !== null && `, ${until(formatDate(language, turn.dueOn))}`}
              </div>
            </div>
          </li>
        )}
        {later.map((each) => (
          <li key={each} data-state="later">
            <strong>{t.coming[each]}</strong>
          </li>
        ))}
      </ol>
    </Card>
  );
}

type Deed = Claim["journey"][number] & { readonly times: number };

/** Marks of papers that follow one another count as one entry, that of the last. */
function gathered(journey: Claim["journey"]): readonly Deed[] {
  const deeds: Deed[] = [];
  for (const each of journey) {
    const last = deeds.at(-1);
    const isSame = each.step === "document" && last?.step === "document";
    if (isSame) deeds.splice(-1, 1, { ...each, times: last.times + 1 });
    else deeds.push({ ...each, times: 1 });
  }
  return deeds;
}

function Done({ done, note }: { readonly done: Deed; readonly note: string | undefined }) {
  const { journey: t, look } = useTexts(claimPageTexts);
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  const title = done.times > 1 ? t.documents(formatNumber(language, done.times)) : t.deeds[done.step];
  return (
    <li data-state="done">
      <strong>
        {title}
        <Said done={done} />
      </strong>
      <div className="small quiet">
        {t.by(wordOf(roles, done.takenRole), formatInstant(language, done.takenAt))}
        {note === undefined && done.hasNote && <> · {look.noteClosed}</>}
      </div>
      {note !== undefined && <div>“{note}”</div>}
    </li>
  );
}

/** The day, sum or reason of a step, as far as it has one. */
function Said({ done: { step, details, times } }: { readonly done: Deed }) {
  const { steps, money, documents } = useTexts(claimPageTexts);
  const language = useLanguage();
  const { on, total, reason, kind, part, document } = details;
  const said = [
    typeof on === "string" && step !== "open" && step !== "correct" ? formatDate(language, on) : "",
    typeof total === "number" ? formatRupiah(language, total) : "",
    step === "refuse" ? wordOf(steps.refusals, String(reason)) : "",
    step === "in-need" ? wordOf(steps.needReasons, String(reason)) : "",
    step === "help" ? wordOf(steps.helpKinds, String(kind)) : "",
    step === "explain"
      ? `${wordOf(money.parts, String(part))}: ${wordOf(money.reasons, String(reason))}`
      : "",
    step === "document" && times === 1
      ? (documents.names[document as keyof typeof documents.names]?.name ?? "")
      : "",
  ].filter((each) => each !== "");
  return said.length === 0 ? null : <>: {said.join(", ")}</>;
}
