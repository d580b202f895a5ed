import type { CSSProperties, ReactElement } from "react";
import type { Proof, ProofMonth } from "@tuwai/domain/proof";
import type { Month } from "@tuwai/domain/time";
import type { DeductedMonth } from "@tuwai/server/payroll";
import { formatMonth, formatNumber, formatRupiah, formatShortDate } from "#language/format.ts";
import { proofTexts } from "#language/proof.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Icon } from "#ui";
import styles from "./proof.module.css";

const monthsShown = 6;

/** Month by month: promised, and received by BPJS. A step that nobody has told the system about is not drawn. */
export function ProofCard({ proof, deductions }: Props): ReactElement {
  const t = useTexts(proofTexts);
  const { months } = proof;
  const deducted = new Map(deductions.map((one) => [one.month, one]));
  const [recent, older] = [months.slice(0, monthsShown), months.slice(monthsShown)];
  return (
    <Card title={t.title}>
      <Months months={recent} deducted={deducted} isHeaded />
      {older.length > 0 && (
        <Disclosure summary={t.older(older.length)}>
          <Months months={older} deducted={deducted} />
        </Disclosure>
      )}
      <Totals proof={proof} />
      <p className="quiet small">{deducted.size > 0 ? t.threeSteps : t.twoSteps}</p>
    </Card>
  );
}

type Deducted = ReadonlyMap<Month, DeductedMonth>;
type Props = { readonly proof: Proof; readonly deductions: readonly DeductedMonth[] };

type Layout = CSSProperties & { readonly "--stages": number; readonly "--first": string };

/** Three steps leave less room for the month's name on a phone. */
const stagesOf = ({ size }: Deducted): Layout =>
  size > 0 ? { "--stages": 3, "--first": "4.6rem" } : { "--stages": 2, "--first": "6.6rem" };

function Months({
  months,
  deducted,
  isHeaded,
}: {
  readonly months: readonly ProofMonth[];
  readonly deducted: Deducted;
  readonly isHeaded?: boolean;
}) {
  const t = useTexts(proofTexts);
  return (
    <ol className={styles["rows"]} style={stagesOf(deducted)}>
      {isHeaded && (
        <li className={styles["head"]} aria-hidden="true">
          <span>{t.month}</span>
          <span>{t.promised}</span>
          {deducted.size > 0 && <span>{t.deducted}</span>}
          <span>{t.received}</span>
        </li>
      )}
      {months.map((month) => (
        <MonthRow key={month.month} month={month} deducted={deducted} />
      ))}
    </ol>
  );
}

type RowProps = { readonly month: ProofMonth; readonly deducted: Deducted };

function MonthRow({ month: { month, owed, received, byOthers, state }, deducted }: RowProps) {
  const t = useTexts(proofTexts);
  const language = useLanguage();
  const many = owed !== null && owed.workers > 1;
  return (
    <li>
      <span className={styles["month"]}>{formatMonth(language, month)}</span>
      <Stage
        state="done"
        says={t.promised}
        text={owed === null ? t.ahead : formatRupiah(language, owed.rupiah)}
      />
      {deducted.size > 0 && <DeductedStage of={deducted.get(month)} />}
      <Stage
        state={state === "received" ? "done" : state === "late" ? "late" : "open"}
        says={t.received}
        text={
          received === null
            ? t.states[state]
            : many
              ? t.some(
                  formatNumber(language, received.workers),
                  formatNumber(language, owed.workers),
                  formatShortDate(language, received.on),
                )
              : formatShortDate(language, received.on)
        }
      />
      {byOthers > 0 && (
        <span className={styles["remark"]}>{t.byOthers(formatNumber(language, byOthers))}</span>
      )}
      {state === "late" && <span className={styles["remark"]}>{t.late}</span>}
    </li>
  );
}

/** What payroll took for the month; a month that no office's list holds yet waits. */
function DeductedStage({ of }: { readonly of: DeductedMonth | undefined }) {
  const t = useTexts(proofTexts);
  const language = useLanguage();
  const taken = of?.deducted ?? null;
  if (taken === null) return <Stage state="open" says={t.deducted} text={t.states["not-yet"]} />;
  if (taken === 0) return <Stage state="late" says={t.deducted} text={t.notDeducted} />;
  return <Stage state="done" says={t.deducted} text={formatRupiah(language, taken)} />;
}

type StageProps = {
  readonly state: "done" | "open" | "late";
  /** The name of the step, for those who do not see the head of the column. */
  readonly says: string;
  readonly text: string;
};

function Stage({ state, says, text }: StageProps) {
  return (
    <span className={styles["stage"]} data-state={state}>
      <span className={styles["knot"]}>
        {state === "done" && <Icon name="check" />}
        {state === "late" && <Icon name="warning" />}
      </span>
      <span>
        <span className="hidden-visually">{says}: </span>
        {text}
      </span>
    </span>
  );
}

function Totals({ proof: { own, others } }: { readonly proof: Proof }) {
  const t = useTexts(proofTexts);
  const language = useLanguage();
  return (
    <p className={styles["total"]}>
      <span>{t.own(formatNumber(language, own.months))}</span>
      <strong>{formatRupiah(language, own.rupiah)}</strong>
      {others.months > 0 && (
        <>
          <span className="quiet">{t.others(formatNumber(language, others.months))}</span>
          <span className="quiet">{formatRupiah(language, others.rupiah)}</span>
        </>
      )}
    </p>
  );
}
