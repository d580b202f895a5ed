import { type ServantFinding, servantFinding } from "@tuwai/domain/endings";
import { type Month, monthOf, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { readPricing } from "#contributions";
import { endMonthOf } from "#matching";
import { change, type Operation, read, type Step } from "#use-case";
import { movePledge } from "#sponsors";
import { insertAnswer } from "./servant-answer.store.ts";
import { listSponsoringServants, type SponsoringServant } from "./servant.view.ts";

export type ShownServant = Pick<
  SponsoringServant,
  "pledgeId" | "pledgeCode" | "version" | "office" | "channel" | "sponsorName"
> & {
  readonly finding: ServantFinding | null;
  /** The first month for which a change can still be made. */
  readonly firstMonth: Month;
};

/** Sponsors of whom a list says something new; with a pledge's code that one, whatever the lists say. */
export const getServantChanges = read(
  { purpose: "servant-changes", permission: "servant_change.read" },
  async (
    step,
    { pledgeCode }: { readonly pledgeCode?: string } | undefined = {},
  ): Promise<{ readonly rows: readonly ShownServant[]; readonly asked: ShownServant | null }> => {
    const lockDay = (await readPricing(step.tx, step.actor.regionCode)).enrolment["deduction-lock-day"].value;
    const shown = (servant: SponsoringServant): ShownServant => ({
      pledgeId: servant.pledgeId,
      pledgeCode: servant.pledgeCode,
      version: servant.version,
      office: servant.office,
      channel: servant.channel,
      sponsorName: servant.sponsorName,
      finding: servantFinding(servant, step.today),
      firstMonth: endMonthOf(step.today, { lockDay, owed: servant.lastOwed }),
    });
    const all = (await listSponsoringServants(step.tx, step.area)).map(shown);
    const asked = all.find((each) => each.pledgeCode === pledgeCode?.trim().toUpperCase()) ?? null;
    return { rows: all.filter(({ finding }) => finding !== null), asked };
  },
);

/** How many of them nobody has looked at. */
export async function countServantChanges({ tx, area, today }: Step): Promise<number> {
  const servants = await listSponsoringServants(tx, area);
  return servants.filter((servant) => servantFinding(servant, today) !== null).length;
}

type OfPledge = Operation & { readonly pledgeCode: string; readonly version: number };

export type MoveOutcome =
  | { readonly outcome: "moved"; readonly month: Month }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("month-past" | "month-far" | "nothing-changes")[];
    };

/**
 * The pledge goes on at another office, or by the sponsor's own transfer, from a month on: the old office's payroll shows it stopped,
 * the new one's shows it new. Throws `not-found` and `stale`.
 */
export const moveServant = change(
  { name: "pledge.move", permission: "servant_change.decide" },
  async (
    step,
    input: OfPledge & {
      readonly month: string;
      readonly office?: string;
      readonly channel?: "payroll" | "own-transfer";
    },
  ): Promise<MoveOutcome> => {
    const servant = await requireServant(step, input);
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("invalid-input", { field: "month" });
    const office = readNote(input.office) ?? "";
    const to = { office: office === "" ? servant.office : office, channel: input.channel ?? servant.channel };
    const thisMonth = monthOf(step.today);
    const reasons = [
      ...(month < thisMonth ? (["month-past"] as const) : []),
      ...(month > shiftMonth(thisMonth, 12) ? (["month-far"] as const) : []),
      ...(to.office === servant.office && to.channel === servant.channel
        ? (["nothing-changes"] as const)
        : []),
    ];
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await movePledge(step, { pledgeId: servant.pledgeId, ...to, month });
    await step.audit({
      objectType: "pledge",
      objectId: servant.pledgeId,
      details: { code: servant.pledgeCode, office: to.office, channel: to.channel, month },
    });
    return { outcome: "moved", month };
  },
);

/** The list is wrong about this sponsor, who stays as he is. Throws `not-found` and `stale`. */
export const keepServant = change(
  { name: "servant.keep", permission: "servant_change.decide" },
  async (step, input: OfPledge): Promise<{ readonly outcome: "kept" }> => {
    const servant = await requireServant(step, input);
    const finding = servantFinding(servant, step.today);
    if (finding === null) return step.unchanged({ outcome: "kept" });
    const { kind, told } = finding;
    const { regionCode, userId: actorId } = step.actor;
    const answer = { id: step.newId(), pledgeId: servant.pledgeId, finding: kind, told };
    await insertAnswer(step.tx, answer, { regionCode, actorId, at: step.now });
    await step.audit({
      objectType: "pledge",
      objectId: servant.pledgeId,
      details: { code: servant.pledgeCode },
    });
    return { outcome: "kept" };
  },
);

async function requireServant(
  { tx, area }: Step,
  { pledgeCode, version }: Omit<OfPledge, "operationId">,
): Promise<SponsoringServant> {
  const [servant] = await listSponsoringServants(tx, area, pledgeCode ?? "");
  if (servant === undefined) throw new AppError("not-found", { object: "pledge" });
  if (servant.version !== version) throw new AppError("stale", { version: servant.version });
  return servant;
}
