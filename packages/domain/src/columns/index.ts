export { normaliseHeader } from "./header-words.ts";
export { readHeaderLine } from "./header-line.ts";
export { type TemplateColumn, templateColumns } from "./template-columns.ts";
export { EXPORT_MARK, applyChoices, recogniseTable } from "./recognise-table.ts";
