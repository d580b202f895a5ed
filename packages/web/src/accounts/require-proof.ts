import { AppError, type Actor } from "@tuwai/server/app";

/** One minute less than the server allows, so that who opens a form can also send it. */
const freshMillis = 4 * 60 * 1000;

/** Throws `step-up-required`, which asks for the password and comes back, when it was not proven just now. */
export function requireProof(actor: Actor): void {
  const at = actor.steppedUpAt?.getTime();
  if (at === undefined || Date.now() - at > freshMillis) throw new AppError("step-up-required");
}
