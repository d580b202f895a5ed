import {
  answersTo,
  type HandoverAnswer,
  type HandoverField,
  type HandoverPurpose,
  type HandoverStanding,
  standingOn,
} from "@tuwai/domain/handovers";
import type { CivilDate } from "@tuwai/domain/time";
import { limitAttempts } from "#accounts";
import { readCardCode } from "#cards";
import { act, asCity } from "#use-case";
import { findHandover, insertLook } from "./handover.store.ts";
import { openTold } from "./told.ts";

/** To the receiver: the fields while the hand-over runs, afterwards only that it does not. */
export type OpenedHandover =
  | { readonly runs: false; readonly standing: HandoverStanding }
  | {
      readonly runs: true;
      readonly standing: HandoverStanding;
      readonly receiver: string;
      readonly purpose: HandoverPurpose;
      readonly endsOn: CivilDate;
      readonly fields: readonly { readonly field: HandoverField; readonly value: string }[];
      readonly answers: readonly HandoverAnswer[];
    };
export type ByCode = { readonly handoverCode: string; readonly headers?: Headers };

const isRunning = (standing: HandoverStanding): boolean => answersTo(standing).length > 0;

/** Shows whoever has the code what was handed over, and notes that it was seen. Guesses are counted; throws `rate-limited`. */
export const openHandover = act(
  { name: "handover-open", permission: "handover.open" },
  async (call, { handoverCode, headers = new Headers() }: ByCode): Promise<OpenedHandover | null> => {
    const code = readCardCode(handoverCode);
    if (code === undefined) return null;
    const attempt = {
      kind: "handover-code" as const,
      account: code,
      headers,
      isRight: (found: OpenedHandover | null) => found !== null,
    };
    return limitAttempts(call.app, attempt, () =>
      asCity(call.app, "handover-open", async (step): Promise<OpenedHandover | null> => {
        const row = await findHandover(step.tx, code, "look");
        if (row === undefined) return null;
        const standing = standingOn(row, step.today);
        if (!isRunning(standing) || row.toldSealed === null) return { runs: false, standing };
        await insertLook(step, row.id);
        const { receiver, values } = openTold(step.app.keys, row.id, row.toldSealed);
        const { purpose, endsOn } = row;
        const fields = row.fields.map((field) => ({ field, value: values[field] ?? "" }));
        return { runs: true, standing, receiver, purpose, endsOn, fields, answers: answersTo(standing) };
      }),
    );
  },
);
