import { isVillage, type Region } from "@tuwai/domain/regions";
import { isStaff, jurisdictionOf } from "@tuwai/server/access";
import { type Actor, type App, roles } from "@tuwai/server/app";
import { listRegions } from "@tuwai/server/regions";
import { accountTexts } from "#language/accounts.ts";
import type { Language } from "#language/language.ts";
import { formText } from "#shell";
import type { Option } from "#ui";

/** Places that a role may be given for: every kecamatan, and beneath it its villages. */
export async function listPlaces(app: App, actor: Actor): Promise<readonly Option[]> {
  const regions = await listRegions(app, actor);
  return regions
    .filter((region) => isVillage(region) || region.kind === "kecamatan")
    .map((region) => ({ value: region.code, label: labelOf(region) }));
}

function labelOf({ name, kind }: Region): string {
  return kind === "kecamatan" ? `Kec. ${name}` : name;
}

/** Roles that an administrator invites to; a sponsor's account belongs to a civil servant's own record. */
export function listRoles(language: Language): readonly Option[] {
  const words = accountTexts[language].roles;
  return roles
    .filter((role) => isStaff(role) && jurisdictionOf(role) !== "own")
    .map((role) => ({ value: role, label: words[role] }));
}

/** Role, place and period of a sent form; the place is that field which the role needs. */
export function readPostForm(form: FormData): {
  readonly role: string;
  readonly scope: string;
  readonly from: string;
  readonly lastDay: string;
} {
  const role = formText(form, "peran");
  const known = roles.find((each) => each === role);
  const kind = known === undefined ? "city" : jurisdictionOf(known);
  const isOffice = kind === "office" || kind === "branch";
  const scope = formText(form, isOffice ? "kantor" : "wilayah");
  return { role, scope, from: formText(form, "mulai"), lastDay: formText(form, "sampai") };
}
