import type { AbsenceAnswer } from "@tuwai/domain/comparison";
import type { LifeEventKind } from "#life-events";

export type Absence = {
  readonly personCode: string;
  readonly answer: AbsenceAnswer;
  /** The day of a death or a move; nothing follows from either without one. */
  readonly on?: string;
};

/** What the register is told; the other answers tell it nothing. */
export const eventOf: { readonly [Answer in AbsenceAnswer]?: LifeEventKind } = {
  died: "died",
  moved: "moved-away",
};
