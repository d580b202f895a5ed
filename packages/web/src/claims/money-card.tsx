import { differenceReasons, unexplained } from "@tuwai/domain/claims";
import type { Claim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { formatDate, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { typedIn } from "#shell";
import { Button, Card, Table } from "#ui";
import { coverOf } from "./claim-words.ts";
import styles from "./claims.module.css";
import { type Forms, StepForm } from "./step-form.tsx";

/** What was expected against what came, part by part, with every difference explained or to be explained. */
export function MoneyCard(forms: Forms): ReactElement {
  const t = useTexts(claimPageTexts).money;
  const { claim } = forms;
  const { money, payments, can, steps } = claim;
  const open = can.answer && steps.includes("explain") ? unexplained(money) : [];
  return (
    <Card title={t.title} id="uang">
      {money.length === 0 ? <Nothing claim={claim} /> : <Compared claim={claim} />}
      {open.map(({ part }) => (
        <Explain key={part} part={part} forms={forms} />
      ))}
      {payments.length > 0 && <Payments forms={forms} />}
    </Card>
  );
}

function Nothing({ claim }: { readonly claim: Claim }) {
  const t = useTexts(claimPageTexts).money;
  if (claim.estimate === null) return <p>{t.noEstimate}</p>;
  const isUnfilled = claim.kind === "work-accident" && coverOf(claim) !== "uncovered";
  return <p>{isUnfilled ? t.factsMissing : t.nothing}</p>;
}

function Compared({ claim }: { readonly claim: Claim }) {
  const t = useTexts(claimPageTexts).money;
  const language = useLanguage();
  const { money, estimate, received, isFrozen } = claim;
  const expected = money.reduce((sum, line) => sum + line.expected, 0);
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const gap = received - expected;
  const says = gap === 0 ? t.exact : gap < 0 ? t.short(rupiah(-gap)) : t.over(rupiah(gap));
  return (
    <>
      <p className="quiet small">{received === 0 ? t.estimateOnly : says}</p>
      {expected > 0 && <Bar received={received} expected={expected} />}
      <Table
        caption={t.title}
        rows={money}
        keyOf={({ part }) => part}
        columns={[
          {
            key: "part",
            head: t.part,
            cell: ({ part }) => <Part part={part} claim={claim} />,
            total: t.total,
          },
          {
            key: "expected",
            head: t.expected,
            number: true,
            cell: (line) => rupiah(line.expected),
            total: rupiah(expected),
          },
          {
            key: "received",
            head: t.received,
            number: true,
            cell: (line) => rupiah(line.received),
            total: rupiah(received),
          },
        ]}
      />
      {received > 0 && money.some(({ difference }) => difference !== 0) && (
        <ul>
          {money
            .filter(({ difference }) => difference !== 0)
            .map((line) => (
              <li key={line.part}>
                {wordOf(t.parts, line.part)}, <Difference line={line} />
              </li>
            ))}
        </ul>
      )}
      <p className="quiet small">
        {isFrozen ? t.frozen : t.today} {estimate?.total === null && t.openEstimate}
      </p>
    </>
  );
}

function Part({ part, claim }: { readonly part: string; readonly claim: Claim }) {
  const t = useTexts(claimPageTexts).money;
  const rules = (claim.estimate?.parts ?? []).filter((each) => each.part === part).map(({ rule }) => rule);
  const known = rules.filter((rule) => rule in t.rules).map((rule) => wordOf(t.rules, rule));
  return (
    <>
      {wordOf(t.parts, part)}
      {known.length > 0 && <span className="quiet small">, {[...new Set(known)].join("; ")}</span>}
    </>
  );
}

function Difference({ line }: { readonly line: Claim["money"][number] }) {
  const t = useTexts(claimPageTexts).money;
  const language = useLanguage();
  const { difference, explanation } = line;
  const size = formatRupiah(language, Math.abs(difference));
  return (
    <>
      {difference < 0 ? t.short(size) : t.over(size)}:{" "}
      {explanation === null ? <strong>{t.unexplained}</strong> : t.reasons[explanation]}
    </>
  );
}

function Bar({ received, expected }: { readonly received: number; readonly expected: number }) {
  const t = useTexts(claimPageTexts).money;
  const language = useLanguage();
  const width = Math.min(100, (received / expected) * 100);
  return (
    <>
      <svg className={styles["bar"]} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="0" width={width} height="12" />
      </svg>
      <span className="hidden-visually">
        {t.barSays(formatRupiah(language, received), formatRupiah(language, expected))}
      </span>
    </>
  );
}

function Explain({ part, forms }: { readonly part: string; readonly forms: Forms }) {
  const t = useTexts(claimPageTexts).money;
  const typed = typedIn(forms, "explain");
  const name = wordOf(t.parts, part);
  return (
    <StepForm step="explain" forms={forms} which={part}>
      <input type="hidden" name="bagian" value={part} />
      <h3>{t.explain(name)}</h3>
      <label className="field">
        <span>{t.why}</span>
        <select name="alasan" defaultValue={typed["bagian"] === part ? typed["alasan"] : ""}>
          <option value="">–</option>
          {differenceReasons.map((reason) => (
            <option key={reason} value={reason}>
              {t.reasons[reason]}
            </option>
          ))}
        </select>
      </label>
      <div>
        <Button look="plain">{t.explainSubmit}</Button>
      </div>
    </StepForm>
  );
}

function Payments({ forms }: { readonly forms: Forms }) {
  const t = useTexts(claimPageTexts).money;
  const language = useLanguage();
  const { claim } = forms;
  const mayTakeBack = claim.can.answer && claim.steps.includes("take-back");
  return (
    <>
      <h3>{t.payments}</h3>
      <ul className={styles["docs"]}>
        {claim.payments.map(({ id, part, amount, receivedOn }) => (
          <li key={id}>
            <div>
              {wordOf(t.parts, part)}: <strong>{formatRupiah(language, amount)}</strong>
              <small>{formatDate(language, receivedOn)}</small>
            </div>
            {mayTakeBack && (
              <StepForm step="take-back" forms={forms} which={id}>
                <input type="hidden" name="bayar" value={id} />
                <Button look="plain" small aria-label={t.takeBackWhat(wordOf(t.parts, part))}>
                  {t.takeBack}
                </Button>
              </StepForm>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
