import type { Setting } from "@tuwai/domain/contributions";
import { coverSettingValues, defaultCoverSettings, type CoverSettings } from "@tuwai/domain/cover";
import { type App, systemActor } from "#app";
import { recordChange } from "#audit";
import { asSystem, type Tx } from "#database";
import { insertMissingSettings, listSettingRows } from "./setting.store.ts";

type Settings = Readonly<Record<string, Setting<boolean | number | string>>>;

/** The city's answers to what the cover clock leaves open; a value the clock does not know counts as unset. */
export function readCoverSettings(tx: Tx): Promise<CoverSettings> {
  return readSettings(tx, defaultCoverSettings, coverSettingValues);
}

/** Named settings as stored. A value of another kind than the default, or outside the allowed ones, counts as unset. */
export async function readSettings<S extends Settings>(
  tx: Tx,
  defaults: S,
  allowed: { readonly [name: string]: readonly unknown[] } = {},
): Promise<S> {
  const rows = await listSettingRows(tx, Object.keys(defaults));
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
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, async (tx) => {
    const present = new Set((await listSettingRows(tx, Object.keys(defaults))).map(({ name }) => name));
    const missing = Object.entries(defaults).filter(([name]) => !present.has(name));
    if (missing.length === 0) return;
    await insertMissingSettings(
      tx,
      actor.regionCode,
      missing.map(([name, setting]) => ({ name, ...setting, source: sourceOf(name) })),
    );
    const details = { names: missing.map(([name]) => name) };
    await recordChange(app, tx, actor, {
      action: "setting.default",
      objectType: "setting",
      objectId: "all",
      details,
    });
  });
}
