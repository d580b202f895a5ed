import { remark, type FieldCell, type RowDraft } from "./row-draft.ts";

/** The village a row names. Only lists of villages stand or fall with it; registries keep what they wrote. */
export function readVillageField(draft: RowDraft, at: FieldCell, text: string): void {
  const { context, values, kind } = draft;
  values.villageText = text;
  if (context.readVillage === undefined) return;
  const reading = context.readVillage(text);
  const mustBeKnown = kind === "village-list" || kind === "village-officers";
  if (reading.outcome === "found") {
    values.villageCode = reading.code;
    if (reading.by === "spelling") remark(draft, "W-VILLAGE", at, { by: reading.by });
    const isForeign =
      context.allowedVillages !== undefined && !context.allowedVillages.includes(reading.code);
    if (isForeign) remark(draft, "E-SCOPE", at, { village: reading.code });
  } else if (mustBeKnown) {
    remark(draft, "E-VILLAGE", at, { candidates: reading.outcome === "ask" ? reading.candidates : [] });
  }
}
