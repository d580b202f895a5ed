import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { lockSponsorships } from "./proposal.view.ts";
import { decideSponsorships } from "./sponsorship.store.ts";

type Input = Operation & {
  readonly sponsorshipId: string;
  readonly version: number;
  readonly reason: "sponsor-asked-another" | "sponsor-silent" | "conflict-of-interest" | "other";
};

/** Turns a proposal down; the pair is not proposed again, the worker waits on. */
export const declineProposal = change(
  { name: "match.decline", permission: "pledge.match" },
  async (step, { sponsorshipId, version, reason }: Input): Promise<{ readonly outcome: "declined" }> => {
    const { tx, area, actor, now: at } = step;
    const [sponsorship] = await lockSponsorships(tx, area, [sponsorshipId]);
    if (sponsorship === undefined) throw new AppError("not-found", { object: "sponsorship" });
    if (sponsorship.state !== "proposed") throw new AppError("conflict", { reason: "already-decided" });
    if (sponsorship.version !== version) throw new AppError("stale", { version: sponsorship.version });
    await decideSponsorships(tx, [sponsorshipId], { state: "declined", by: actor.userId, at, reason });
    await step.audit({ objectType: "sponsorship", objectId: sponsorshipId, details: { reason } });
    return { outcome: "declined" };
  },
);
