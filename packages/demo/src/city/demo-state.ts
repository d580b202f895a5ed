import type { App } from "@tuwai/server/app";
import { asSystem } from "@tuwai/server/database";
import { readSettings, writeMissingSettings } from "@tuwai/server/settings";

const loaded = "demo-city-loaded";

/** Whether the demo city has once been loaded to its end. */
export async function isDemoLoaded(app: App): Promise<boolean> {
  const { regionCode } = app.config;
  const unset = { [loaded]: { value: false, confirmed: false } };
  const stored = await asSystem(app, (tx) => readSettings(tx, regionCode, unset));
  return stored[loaded].value;
}

export function markDemoLoaded(app: App): Promise<void> {
  return writeMissingSettings(app, { [loaded]: { value: true, confirmed: true } }, () => "demo");
}
