import { stopBy } from "@tuwai/domain/privacy";
import { type CivilDate, jakartaDate } from "@tuwai/domain/time";
import { shownFields, showPerson, type ShownPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countToFollow, listToFollow } from "./withdrawal-to-follow.view.ts";

export type WithdrawalToFollow = {
  readonly id: string;
  readonly person: ShownPerson;
  readonly recordedAt: Date;
  /** The last day to act. */
  readonly stopBy: CivilDate;
  readonly isEnrolled: boolean;
  readonly isPaidFor: boolean;
};

/** Whose payer and BPJS have to be told that consent was withdrawn, the oldest first. */
export const listWithdrawalsToFollow = read(
  { purpose: "withdrawals-to-follow", permission: "consent.withdrawal.handle" },
  async (
    step,
    { page }: { readonly page?: number } | undefined = {},
  ): Promise<PageOf<WithdrawalToFollow>> => {
    const { tx, area, actor } = step;
    const found = await pageOf(
      { page, size: 25 },
      async () => (await countToFollow(tx, area)).count,
      (part) => listToFollow(tx, area, part),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "consent_status"),
    });
    return {
      ...found,
      rows: found.rows.map(({ id, recordedAt, isEnrolled, isPaidFor, ...person }) => ({
        id,
        recordedAt,
        isEnrolled,
        isPaidFor,
        stopBy: stopBy(jakartaDate(recordedAt.getTime())),
        person: showPerson(actor.role, person),
      })),
    };
  },
);
