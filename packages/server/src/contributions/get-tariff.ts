import { defaultPriceSettings } from "@tuwai/domain/contributions";
import { coverSettingValues, defaultCoverSettings } from "@tuwai/domain/cover";
import type { Mark } from "@tuwai/domain/law";
import {
  type LawRow,
  type LawWarning,
  lawWarnings,
  listLawRows,
  type PricePreview,
  previewPrices,
} from "@tuwai/domain/tariff";
import { monthOf } from "@tuwai/domain/time";
import { readSettings, type Settings } from "#settings";
import { read, type Step } from "#use-case";
import { defaultEnrolmentSettings } from "./enrolment-settings.ts";
import { readPricing } from "./read-pricing.ts";

/** A question that the law or an office leaves open, and how the city answers it until somebody does. */
export type OpenSetting = {
  readonly name: keyof typeof defaults;
  readonly value: boolean | number | string;
  readonly byDefault: boolean | number | string;
  readonly mark: Mark;
};

export type Tariff = {
  readonly rows: readonly LawRow[];
  readonly warnings: readonly LawWarning[];
  readonly preview: PricePreview;
  /** The income that the city reports and the preview is reckoned on; whole rupiah a month. */
  readonly base: number;
  /** Those that nobody has confirmed. */
  readonly open: readonly OpenSetting[];
};

const defaults = { ...defaultPriceSettings, ...defaultCoverSettings, ...defaultEnrolmentSettings };
const monthsShown = 18;

/** The law that this city reckons by, what is red in it, what a worker costs by it, and what is not settled yet. */
export const getTariff = read(
  { purpose: "tariff", permission: "tariff.read" },
  async (step): Promise<Tariff> => {
    const { price, enrolment } = await readPricing(step.tx, step.actor.regionCode);
    const rows = listLawRows();
    const base = enrolment["enrolment-wage-base-rupiah"].value;
    return {
      rows,
      warnings: lawWarnings(rows, step.today),
      preview: previewPrices({
        from: monthOf(step.today),
        months: monthsShown,
        income: base,
        settings: price,
      }),
      base,
      open: await openSettings(step),
    };
  },
);

async function openSettings({ tx, actor }: Step): Promise<readonly OpenSetting[]> {
  const stored: Settings = await readSettings(tx, actor.regionCode, defaults as Settings, coverSettingValues);
  const names = Object.keys(defaults) as OpenSetting["name"][];
  return names.flatMap((name) => {
    const setting = stored[name];
    const { value: byDefault, mark = "from-memory" } = (defaults as Settings)[name]!;
    return setting === undefined || setting.confirmed
      ? []
      : [{ name, value: setting.value, byDefault, mark }];
  });
}
