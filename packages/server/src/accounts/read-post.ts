import { isVillage } from "@tuwai/domain/regions";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { isStaff, jurisdictionOf } from "#access";
import { type Actor, type App, isUuid, type Role, roles } from "#app";
import { listRegions } from "#regions";
import type { AccountRefusal } from "./account-outcome.ts";

/** What is asked for a role: where, since when, until when. Nothing said: from today on, without end. */
export type AskedPost = {
  readonly role: string;
  /** Village, kecamatan or OPD code, BPJS branch, or civil servant id, as the role needs; none for the whole city. */
  readonly scope?: string | undefined;
  readonly from?: string | undefined;
  /** The last day. */
  readonly lastDay?: string | undefined;
};

export type ReadPost = {
  readonly role: Role;
  readonly scope: string | null;
  readonly from: CivilDate | null;
  readonly lastDay: CivilDate | null;
};

/** Reads a role with its place and period, or tells everything that is wrong with it. */
export async function readPost(
  app: App,
  actor: Actor,
  asked: AskedPost,
): Promise<{ readonly post: ReadPost } | { readonly reasons: readonly AccountRefusal[] }> {
  const role = roles.find((known) => known === asked.role && isStaff(known));
  if (role === undefined) return { reasons: ["role-unknown"] };
  const scope = await readScope(app, actor, role, asked.scope?.trim() ?? "");
  const from = readDay(asked.from);
  const lastDay = readDay(asked.lastDay);
  const isPeriod = from !== undefined && lastDay !== undefined && !(from && lastDay && from > lastDay);
  const reasons: AccountRefusal[] = [
    ...(scope === undefined ? (["place-unknown"] as const) : []),
    ...(isPeriod ? [] : (["period-invalid"] as const)),
  ];
  if (scope === undefined || from === undefined || lastDay === undefined || reasons.length > 0)
    return { reasons };
  return { post: { role, scope, from, lastDay } };
}

function readDay(text: string | undefined): CivilDate | null | undefined {
  return text === undefined || text === "" ? null : parseCivilDate(text);
}

/** An office or a branch by its name. */
const officePattern = /^[\p{L}\p{N}][\p{L}\p{N} .,&()/-]{0,79}$/u;

/** The place as it is kept; null for the whole city, undefined where it is not one of this city. */
async function readScope(
  app: App,
  actor: Actor,
  role: Role,
  text: string,
): Promise<string | null | undefined> {
  const kind = jurisdictionOf(role);
  if (kind === "city") return text === "" || text === actor.regionCode ? null : undefined;
  if (kind === "own") return isUuid(text) ? text : undefined;
  if (kind === "office" || kind === "branch") return officePattern.test(text) ? text : undefined;
  const digits = text.replaceAll(".", "");
  const regions = await listRegions(app, actor);
  const found = regions.find((each) => each.code.replaceAll(".", "") === digits);
  const isRight = found !== undefined && (kind === "village" ? isVillage(found) : found.kind === "kecamatan");
  return isRight ? found.code : undefined;
}
