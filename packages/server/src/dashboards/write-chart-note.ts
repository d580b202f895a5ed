import { isChartName } from "@tuwai/domain/dashboards";
import { holdsIdentityNumber } from "@tuwai/domain/identity";
import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { insertNote } from "./chart-note.store.ts";
import { chooseArea, type PlaceAsked } from "./choose-area.ts";

export type NoteOutcome =
  | { readonly outcome: "written" }
  | { readonly outcome: "refused"; readonly reason: "length" | "identity-number" };

type Input = Operation & PlaceAsked & { readonly chart: string; readonly text: string };

const shortest = 3;
const longest = 500;

/** Writes beside a chart of an area how somebody reads it; signed by a role, with no name in it. */
export const writeChartNote = change(
  { name: "chart-note.write", permission: "chart_note.write" },
  async (step, input: Input): Promise<NoteOutcome> => {
    const { place } = await chooseArea(step, input);
    const { chart } = input;
    if (!isChartName(chart)) throw new AppError("invalid-input", { field: "chart" });
    const text = input.text.trim();
    if (text.length < shortest || text.length > longest)
      return step.unchanged({ outcome: "refused", reason: "length" });
    if (holdsIdentityNumber(text)) return step.unchanged({ outcome: "refused", reason: "identity-number" });
    const { villageCode, kecamatanCode } = place;
    const id = step.newId();
    await insertNote(step.tx, {
      regionCode: step.actor.regionCode,
      id,
      chart,
      villageCode,
      kecamatanCode,
      text,
      writtenBy: step.actor.userId,
      writtenRole: step.actor.role,
      writtenAt: step.now,
    });
    await step.audit({ objectType: "chart-note", objectId: id, details: { code: chart } });
    return { outcome: "written" };
  },
);
