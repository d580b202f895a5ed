import { act, asCity } from "#use-case";
import { requireMeeting } from "./plan-meeting.ts";
import { readHall } from "./read-hall.ts";

/** How far the whole hall is: sums only. */
export type HallCount = {
  readonly villages: number;
  readonly declared: number;
  readonly need: number;
  readonly promised: number;
};

/** For whoever sees only one village and still wants to know how far all of them are. Throws `not-found`. */
export const countHall = act(
  { name: "meeting-count", permission: "meeting.watch" },
  (call, { meetingCode }: { readonly meetingCode: string }): Promise<HallCount> =>
    asCity(call.app, "meeting.count", async (step) => {
      const { totals } = await readHall(step, await requireMeeting(step, meetingCode));
      const { villages, declared, need, promised } = totals;
      return { villages, declared, need, promised };
    }),
);
