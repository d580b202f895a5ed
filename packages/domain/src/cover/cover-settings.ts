import { defaultPayBySettings, type PayBySettings, type Setting } from "#contributions";

/**
 * - `full-death-benefit-counts`: whether the 3 months before the full death benefit are months of membership or paid
 *   months.
 * - `pu-village-lapse`: whether a village officer stays a member while the village owes, or lapses like a BPU worker.
 */
export type CoverSettings = PayBySettings & {
  "full-death-benefit-counts": Setting<"membership" | "paid">;
  "pu-village-lapse": Setting<"employer-owes" | "as-bpu">;
};

export const defaultCoverSettings: CoverSettings = {
  "full-death-benefit-counts": { value: "membership", confirmed: false },
  "pu-village-lapse": { value: "employer-owes", confirmed: false },
  ...defaultPayBySettings,
};

type Worded = Exclude<keyof CoverSettings, keyof PayBySettings>;

/** Every value a worded setting may take, for forms and commands. */
export const coverSettingValues: { [Name in Worded]: readonly CoverSettings[Name]["value"][] } = {
  "full-death-benefit-counts": ["membership", "paid"],
  "pu-village-lapse": ["employer-owes", "as-bpu"],
};
