import { maskOf, scopeOf } from "#access";
import { type Role, roles } from "#app";

/** Somebody besides the sponsor who may see who sponsors and how much: those of the sponsor's own office, or of the whole city. */
export type PledgeReader = { readonly role: Role; readonly where: "own-office" | "city" };

/** As the access matrix has it today; what a sponsor is told before signing is made from it, so the two cannot part. */
export function pledgeReaders(): readonly PledgeReader[] {
  return roles.flatMap((role): PledgeReader[] => {
    const scopes = [scopeOf({ role }, "pledge.read"), scopeOf({ role }, "pledge.list")];
    // The sponsor's own page is no reader besides; a name that needs the sponsor's consent is shown to nobody without it.
    if (scopes.includes("O")) return [];
    if (scopes.includes("C") || scopes.includes("r")) return [{ role, where: "city" }];
    if (scopes.includes("U")) return [{ role, where: "own-office" }];
    return maskOf(role, "sponsor_name") === "full" ? [{ role, where: "city" }] : [];
  });
}
