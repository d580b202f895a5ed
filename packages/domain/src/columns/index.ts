export { normaliseHeader } from "./header-words.ts";
export { EXPORT_MARK, applyChoices, recogniseTable } from "./recognise-table.ts";
