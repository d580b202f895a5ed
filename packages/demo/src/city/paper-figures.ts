import type { App } from "@tuwai/server/app";
import { shipFigures } from "@tuwai/server/indicators";
import { CALIBRATION } from "#people";

const target = (year: number, percent: number) => ({
  ladder: "rpjmd" as const,
  year,
  percent,
  mark: "from-memory" as const,
  source: "Kota contoh: target rekaan",
});

/**
 * A city of paper at a scale is that part of the real one: so are those who work in it. Its targets are made up, and say so; a real city has
 * none until somebody enters them.
 */
export function bringPaperFigures(app: App, scale: number): Promise<void> {
  const working = Math.round(CALIBRATION.working * Math.min(1, scale));
  const part = String(scale).replace(".", ",");
  const employed = {
    kind: "employed" as const,
    place: app.config.regionCode,
    low: working,
    middle: working,
    high: working,
    asOf: "2024-08",
    mark: "from-memory" as const,
    source: `Kota contoh: penduduk rekaan, ${part} dari 48.881 yang bekerja di kota yang ditirunya`,
  };
  return shipFigures(app, {
    sources: scale < 1 ? [employed] : [],
    targets: [target(2026, 5), target(2027, 10), target(2029, 25)],
  });
}
