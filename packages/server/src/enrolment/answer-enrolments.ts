import type { CivilDate } from "@tuwai/domain/time";
import type { Step } from "#use-case";
import { resetAnswers, updateAnswered } from "./enrolment.store.ts";

/** What BPJS said of one enrolment that was sent. */
export type EnrolmentAnswer = {
  readonly enrolmentId: string;
  readonly state: "accepted" | "rejected";
  readonly reason: string | null;
  readonly on: CivilDate;
  /** The member number; null when BPJS did not say it. */
  readonly kpj: string | null;
};

/** Keeps what BPJS answered, member numbers sealed. An enrolment whose payer stopped meanwhile stays ended. */
export function answerEnrolments(
  { app: { keys }, tx }: Pick<Step, "app" | "tx">,
  answers: readonly EnrolmentAnswer[],
): Promise<void> {
  const rows = answers.map(({ kpj, ...answer }) => {
    const place = { table: "enrolments", column: "kpj", rowId: answer.enrolmentId };
    if (kpj === null) return { ...answer, kpjSealed: null, kpjIndex: null };
    const kpjIndex = keys.blindIndex("kpj", kpj).toString("hex");
    return { ...answer, kpjSealed: keys.seal(kpj, place).toString("hex"), kpjIndex };
  });
  return updateAnswered(tx, rows);
}

/** As if BPJS had not answered; what has ended since stays ended. */
export function forgetAnswers({ tx }: Pick<Step, "tx">, enrolmentIds: readonly string[]): Promise<void> {
  return resetAnswers(tx, enrolmentIds);
}
