import { checkTarget, type FigureMark, type LadderCode, type TargetReason } from "@tuwai/domain/indicators";
import { requireSecondPerson } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation, type Refused, refuse } from "#use-case";
import { decideTarget, findProposedTarget, insertTarget } from "./target.store.ts";
import { typistOf } from "./typist.ts";

export type TargetEntry = Operation & {
  readonly ladder: string;
  readonly year: number;
  /** 0 to 100. */
  readonly percent: number;
  readonly source: string;
  readonly mark: string;
};

export type TargetOutcome =
  | { readonly outcome: "proposed"; readonly targetId: string }
  | Refused<TargetReason | "unknown-mark">;

const marks: readonly FigureMark[] = ["text-read", "reported", "from-memory"];

/** Proposes the target of a ladder and year; it holds once a second person has confirmed it. */
export const proposeTarget = change(
  { name: "target.propose", permission: "target.write" },
  async (step, input: TargetEntry): Promise<TargetOutcome> => {
    const mark = marks.find((known) => known === input.mark);
    const reasons: (TargetReason | "unknown-mark")[] = [...checkTarget(input)];
    if (mark === undefined) reasons.push("unknown-mark");
    if (reasons.length > 0 || mark === undefined) return refuse(step, ...reasons);
    const id = step.newId();
    const { year } = input;
    const percent = Math.round(input.percent * 100) / 100;
    const ladder = input.ladder as LadderCode;
    const source = readNote(input.source) ?? "";
    await insertTarget(step, { id, ladder, year, percent, source, mark }, typistOf(step));
    await step.audit({
      objectType: "indicator_target",
      objectId: id,
      details: { kind: ladder, year, percent },
    });
    return { outcome: "proposed", targetId: id };
  },
);

export type TargetDecision = { readonly outcome: "standing" | "refused-target" };

/** A second person confirms a proposed target, or refuses it. Throws `not-found`, `four-eyes`. */
export const decideProposedTarget = change(
  { name: "target.decide", permission: "target.write" },
  async (
    step,
    { targetId, isRight }: Operation & { readonly targetId: string; readonly isRight: boolean },
  ): Promise<TargetDecision> => {
    const target = isUuid(targetId) ? await findProposedTarget(step.tx, targetId) : undefined;
    if (target === undefined) throw new AppError("not-found");
    requireSecondPerson(step.actor, target.enteredBy);
    await decideTarget(step, target.id, isRight ? "standing" : "refused");
    const { ladder, year, percent } = target;
    await step.audit({
      objectType: "indicator_target",
      objectId: target.id,
      details: { kind: ladder, year, percent, decision: isRight ? "confirmed" : "refused" },
    });
    return { outcome: isRight ? "standing" : "refused-target" };
  },
);
