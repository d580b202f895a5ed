import {
  answersTo,
  type HandoverAnswer,
  handoverAnswers,
  type HandoverState,
  standingOn,
} from "@tuwai/domain/handovers";
import { limitAttempts } from "#accounts";
import { AppError } from "#app";
import { readCardCode } from "#cards";
import { act, type Operation } from "#use-case";
import { findHandover, setState } from "./handover.store.ts";
import type { ByCode } from "./open-handover.ts";

const stateAfter: Readonly<Record<HandoverAnswer, HandoverState>> = {
  accept: "accepted",
  refuse: "refused",
  done: "done",
};

export type AnswerOutcome =
  | { readonly outcome: "answered"; readonly state: HandoverState }
  | { readonly outcome: "refused"; readonly reasons: readonly ["not-running"] };

/** What the receiver says to it: it helps, it does not, or it has helped. Throws `not-found`, `rate-limited`. */
export const answerHandover = act(
  { name: "handover.answer", permission: "handover.open" },
  async (
    call,
    { operationId: id, headers = new Headers(), ...typed }: Operation & ByCode & { readonly answer: string },
  ): Promise<AnswerOutcome> => {
    const code = readCardCode(typed.handoverCode);
    if (code === undefined) throw new AppError("not-found");
    const attempt = {
      kind: "handover-code" as const,
      account: code,
      headers,
      isRight: (found: AnswerOutcome | null) => found !== null,
    };
    const found = await limitAttempts(call.app, attempt, () =>
      call.once({ id, request: typed, as: "city" }, async (step): Promise<AnswerOutcome | null> => {
        const row = await findHandover(step.tx, code, "hold");
        if (row === undefined) return step.unchanged(null);
        const answer = handoverAnswers.find((known) => known === typed.answer);
        if (answer === undefined || !answersTo(standingOn(row, step.today)).includes(answer))
          return step.unchanged({ outcome: "refused", reasons: ["not-running"] });
        const state = stateAfter[answer];
        await setState(step, row.id, state);
        await step.audit({ objectType: "handover", objectId: row.id, details: { state } });
        return { outcome: "answered", state };
      }),
    );
    if (found === null) throw new AppError("not-found");
    return found;
  },
);
