import type { App } from "#app";
import { asSystem } from "#database";
import { type ChainState, readChain } from "./chain.view.ts";

/** Recomputes the chain over the trail and the events of cover, and names the first row that does not fit. */
export function verifyTrail(app: App): Promise<ChainState> {
  return asSystem(app, readChain);
}
