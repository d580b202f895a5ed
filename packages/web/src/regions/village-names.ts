import { isVillage } from "@tuwai/domain/regions";
import { jurisdictionOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { listRegions } from "@tuwai/server/regions";

export type VillageName = { readonly code: string; readonly name: string };

/** The city's villages in code order. */
export async function listVillageNames(app: App, actor: Actor): Promise<readonly VillageName[]> {
  const regions = await listRegions(app, actor);
  return regions.filter(isVillage).map(({ code, name }) => ({ code, name }));
}

/** The villages a reader may ask for; a camat those of the own kecamatan. */
export async function listOwnVillages(app: App, actor: Actor): Promise<readonly VillageName[]> {
  const villages = await listVillageNames(app, actor);
  return jurisdictionOf(actor.role) === "kecamatan"
    ? villages.filter(({ code }) => code.startsWith(`${actor.scope}.`))
    : villages;
}

/** Answers the name of a village code; the code itself when the city does not know it. */
export async function villageNamer(
  app: App,
  actor: Actor,
): Promise<(code: string | undefined) => string | undefined> {
  const names = new Map((await listVillageNames(app, actor)).map(({ code, name }) => [code, name]));
  return (code) => (code === undefined ? undefined : (names.get(code) ?? code));
}
