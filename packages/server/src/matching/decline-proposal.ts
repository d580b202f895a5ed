import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce } from "#database";
import { decideSponsorships, lockSponsorships } from "./sponsorship.store.ts";

type Input = {
  readonly operationId: string;
  readonly id: string;
  readonly version: number;
  readonly reason: "sponsor-asked-another" | "conflict-of-interest" | "other";
};

/** Turns a proposal down; the pair is not proposed again, the worker waits on. */
export async function declineProposal(
  app: App,
  actor: Actor,
  input: Input,
): Promise<{ readonly outcome: "declined" }> {
  const area = areaOf(actor, authorise(actor, "pledge.match"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "match.decline", request }, async () => {
      const [sponsorship] = await lockSponsorships(tx, area, [input.id]);
      if (sponsorship === undefined) throw new AppError("not-found", { object: "sponsorship" });
      if (sponsorship.state !== "proposed") throw new AppError("conflict", { reason: "already-decided" });
      if (sponsorship.version !== input.version)
        throw new AppError("stale", { version: sponsorship.version });
      const at = app.clock.now();
      await decideSponsorships(tx, [input.id], {
        state: "declined",
        by: actor.userId,
        at,
        reason: input.reason,
      });
      await recordChange(app, tx, actor, {
        action: "match.decline",
        objectType: "sponsorship",
        objectId: input.id,
        operationId,
        details: { reason: input.reason },
      });
      return { outcome: "declined" } as const;
    }),
  );
}
