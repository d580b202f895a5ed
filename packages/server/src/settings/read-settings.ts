import type { Setting } from "@tuwai/domain/contributions";
import type { App } from "#app";
import type { Tx } from "#database";
import { asCity } from "#use-case";
import { insertMissingSettings, listSettingRows } from "./setting.store.ts";

export type Settings = Readonly<Record<string, Setting<boolean | number | string>>>;
/** For some names the only values that are known; everything else counts as unset. */
export type AllowedValues = { readonly [name: string]: readonly unknown[] };

/** One city's named settings as stored. A value of another kind than the default, or outside the allowed ones, counts as unset. */
export async function readSettings<S extends Settings>(
  tx: Tx,
  regionCode: string,
  defaults: S,
  allowed: AllowedValues = {},
): Promise<S> {
  const rows = await listSettingRows(tx, regionCode, Object.keys(defaults));
  const usable = rows.filter(
    ({ name, value }) =>
      typeof value === typeof defaults[name]?.value && (allowed[name]?.includes(value) ?? true),
  );
  const stored = usable.map(({ name, value, confirmed }) => [name, { value, confirmed }]);
  return { ...defaults, ...(Object.fromEntries(stored) as Partial<S>) };
}

/** Writes those of the settings that are not there yet, unconfirmed, each with who has to answer. Repeatable. */
export function writeMissingSettings(
  app: App,
  defaults: Settings,
  sourceOf: (name: string) => string,
): Promise<void> {
  return asCity(app, "setting.default", async ({ tx, actor, audit }) => {
    const names = Object.keys(defaults);
    const present = new Set((await listSettingRows(tx, actor.regionCode, names)).map(({ name }) => name));
    const missing = Object.entries(defaults).filter(([name]) => !present.has(name));
    if (missing.length === 0) return;
    await insertMissingSettings(
      tx,
      actor.regionCode,
      missing.map(([name, setting]) => ({ name, ...setting, source: sourceOf(name) })),
    );
    await audit({
      objectType: "setting",
      objectId: "all",
      details: { names: missing.map(([name]) => name) },
    });
  });
}
