import { cellOf } from "#access";
import { type Actor, type App, type Role, roles } from "#app";
import { aSteppedUpActor } from "#testing";
import type { UseCase } from "#use-case";
import type { Asked } from "./testing-bag.ts";

/** Every role as it stands in a thread's place: in the village, kecamatan, office, branch, as sponsor, or for the whole city. */
export function actorIn(app: App, { place, branch, office, sponsor }: Asked, role: Role): Actor {
  if (role === "SPN") return sponsor;
  const scopes: Partial<Record<Role, string>> = {
    OPR: place.code,
    KDS: place.code,
    CMT: place.kecamatan,
    BPJ: branch,
    BND: office,
  };
  return aSteppedUpActor(app, role, scopes[role]);
}

/** Who may, by the matrix; workers and the public have no session behind which a thread could be asked for. */
export const allowedRoles = ({ permission }: UseCase): readonly Role[] =>
  roles.filter((role) => cellOf(role, permission) !== null && role !== "WRK" && role !== "PUB");
