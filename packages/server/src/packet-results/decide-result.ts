import { readPersonCode } from "@tuwai/domain/identity";
import type { ImportedRow } from "@tuwai/domain/intake";
import type { CivilDate } from "@tuwai/domain/time";

/** A line of a sent packet that an answer of BPJS may mean; newest packet first. */
export type AnswerableLine = {
  readonly packetId: string;
  readonly lineNo: number;
  readonly enrolmentId: string;
  readonly personId: string;
  readonly personCode: string;
  /** Keyed indexes as hex. */
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly state: "waiting" | "accepted" | "rejected";
  readonly sentOn: CivilDate;
};

/**
 * Why an answer waits for a person: the code is mistyped; nobody in the branch's packets; code and NIK name different
 * people; the NIK stands on several; it contradicts an earlier answer; its date lies before the packet was sent; the
 * member number belongs to somebody else.
 */
export type ResultProblem =
  | "E-RESULT-CODE"
  | "E-RESULT-UNKNOWN"
  | "E-RESULT-IDENTITY"
  | "E-RESULT-AMBIGUOUS"
  | "E-RESULT-CONFLICT"
  | "E-RESULT-DATE"
  | "E-RESULT-KPJ";

export type ResultDecision =
  | { readonly decision: "answer"; readonly line: AnswerableLine; readonly on: CivilDate }
  | { readonly decision: "unchanged" }
  | { readonly decision: "hold"; readonly code: ResultProblem };

type Row = {
  readonly values: ImportedRow;
  readonly nik: string | null;
  readonly kpj: string | null;
  readonly today: CivilDate;
};

/** Which line a row answers, if any: by person code, else by NIK, within the branch's sent packets only. */
export function decideResult(row: Row, lines: readonly AnswerableLine[]): ResultDecision {
  const found = findLines(row, lines);
  if (typeof found === "string") return { decision: "hold", code: found };
  const last = found[0];
  if (last === undefined) return { decision: "hold", code: "E-RESULT-UNKNOWN" };
  const isKpjTaken =
    row.kpj !== null && lines.some(({ kpj, personId }) => kpj === row.kpj && personId !== last.personId);
  if (isKpjTaken) return { decision: "hold", code: "E-RESULT-KPJ" };
  const waiting = found.find(({ state }) => state === "waiting");
  if (waiting === undefined) {
    return last.state === row.values.result
      ? { decision: "unchanged" }
      : { decision: "hold", code: "E-RESULT-CONFLICT" };
  }
  const on = row.values.resultOn ?? row.today;
  return on < waiting.sentOn
    ? { decision: "hold", code: "E-RESULT-DATE" }
    : { decision: "answer", line: waiting, on };
}

/** The lines of the one person the row names, newest first; or why it names no one person. */
function findLines(
  { values, nik }: Row,
  lines: readonly AnswerableLine[],
): readonly AnswerableLine[] | ResultProblem {
  const byNik = nik === null ? [] : lines.filter((line) => line.nik === nik);
  if (values.personCode === undefined) {
    const persons = new Set(byNik.map(({ personId }) => personId));
    return persons.size > 1 ? "E-RESULT-AMBIGUOUS" : byNik;
  }
  const reading = readPersonCode(values.personCode);
  if (reading.status !== "wajar") return "E-RESULT-CODE";
  const byCode = lines.filter(({ personCode }) => personCode === reading.code);
  const isSomebodyElse = nik !== null && byCode.some((line) => line.nik !== null && line.nik !== nik);
  return isSomebodyElse || (byCode.length === 0 && byNik.length > 0) ? "E-RESULT-IDENTITY" : byCode;
}
