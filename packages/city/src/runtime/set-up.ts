import type { App } from "@tuwai/server/app";
import { ensureClaimabilitySettings } from "@tuwai/server/claimability";
import { ensureAftercareSettings } from "@tuwai/server/aftercare";
import { ensureTargetingSettings } from "@tuwai/server/targeting";
import { ensurePlanningSettings } from "@tuwai/server/planning";
import { ensureIncidentSettings } from "@tuwai/server/incident-reports";
import { ensureSettings } from "@tuwai/server/contributions";
import { refreshAllCover } from "@tuwai/server/cover";
import { ensureIndicators } from "@tuwai/server/indicators";
import { ensureMatchingSettings } from "@tuwai/server/matching";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { ensureDefaultPacketMapping } from "@tuwai/server/packet-mapping";
import { ensurePayers } from "@tuwai/server/payers";
import { ensurePrecedence } from "@tuwai/server/double-cover";
import { ensureLinkingSettings } from "@tuwai/server/linking";
import { ensureHoldSettings } from "@tuwai/server/replacements";
import { ensureReleaseSettings, startReleases } from "@tuwai/server/releases";
import { ensureRegions } from "@tuwai/server/regions";
import { keepsMoment } from "@tuwai/server/settings";
import { catchUpClock } from "@tuwai/server/work";

/**
 * Puts the clock where this start finds the city. A play that is still to come moves it itself, from its first day on: work that was
 * at it before would note tonight's night, and none of those that the city is to live through would be worked.
 */
export async function settleMoment(app: App): Promise<void> {
  const demo = await demoOf(app);
  const isToPlay = demo !== null && (await demo.beginDemoCity(app));
  const isMoved = !isToPlay && (app.config.fixedNow !== null || !(await keepsMoment(app)));
  if (isMoved) await catchUpClock(app);
}

/** A city in production never loads the people of paper. */
const demoOf = async ({ config }: App) => (config.demo ? import("@tuwai/demo/city") : null);

/**
 * Brings a migrated database to a working city: places, policy, settings, and in demo mode the synthetic city. Each part
 * looks first whether it is there, so that a second start does next to nothing and an interrupted one goes on.
 */
export async function setUp(app: App, say: (line: string) => void): Promise<void> {
  await ensureRegions(app);
  await ensureSettings(app);
  await ensureIndicators(app);
  await ensureClaimabilitySettings(app);
  await ensureAftercareSettings(app);
  await ensureTargetingSettings(app);
  await ensurePlanningSettings(app);
  await ensureIncidentSettings(app);
  await ensureReleaseSettings(app);
  await ensurePayers(app);
  await ensurePrecedence(app);
  await ensureLinkingSettings(app);
  await ensureMatchingSettings(app);
  await ensureHoldSettings(app);
  await ensureDefaultPolicy(app);
  await ensureDefaultPacketMapping(app);
  await (await demoOf(app))?.loadDemoCity(app, say);
  await refreshAllCover(app);
  await startReleases(app);
}
