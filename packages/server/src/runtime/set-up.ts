import type { App } from "#app";
import { ensureSettings } from "#contributions";
import { refreshAllCover } from "#cover";
import { refreshCoverage } from "#coverage";
import { loadDemoCity } from "#demo-city";
import { ensureDefaultPolicy } from "#eligibility";
import { ensureDefaultPacketMapping } from "#enrolment";
import { ensureLinkingSettings } from "#linking";
import { ensureRegions } from "#regions";
import { handlers } from "./handlers.ts";

/**
 * Brings a migrated database to a working city: places, policy, settings, and in demo mode the synthetic city. Each part
 * looks first whether it is there, so that a second start does next to nothing and an interrupted one goes on.
 */
export async function setUp(app: App, say: (line: string) => void): Promise<void> {
  await ensureRegions(app);
  await ensureSettings(app);
  await ensureLinkingSettings(app);
  await ensureDefaultPolicy(app);
  await ensureDefaultPacketMapping(app);
  if (app.config.demo) await loadDemoCity(app, handlers, say);
  await refreshAllCover(app);
  await refreshCoverage(app);
}
