import { AppError, type Actor } from "@tuwai/server/app";

/** The pages of a sponsor are for sponsors: everybody else is told so before any form appears. */
export function requireSponsor(actor: Actor): void {
  if (actor.role !== "SPN") throw new AppError("forbidden", { permission: "pledge.sign", role: actor.role });
}
