import { AppError } from "#app";
import type { EndorsementRow } from "./endorsement.view.ts";

/** Somebody changed or decided the list meanwhile; the details say how it stands now. */
export function staleEndorsement(list: EndorsementRow): AppError {
  return new AppError("stale", {
    state: list.state,
    version: list.version,
    decidedAt: list.decidedAt?.toISOString() ?? null,
  });
}
