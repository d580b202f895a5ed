export { sayIssue, type SaidIssue } from "./say-issue.ts";
export { Equation } from "./equation.tsx";
export { ImportFrame } from "./import-frame.tsx";
export { loadImport, importPath, type ShownImport } from "./load-import.ts";
export { importCounts } from "./import-counts.ts";
