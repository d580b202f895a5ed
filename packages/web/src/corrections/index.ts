export { correctionCounts } from "./correction-counts.ts";
export { editPath, type FieldOf } from "./field-names.ts";
