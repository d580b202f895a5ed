export { sqlFiles } from "./sql-files.ts";
export type { ParquetList, SqlFile, SqlFilesOptions } from "./sql-files-options.ts";
export { writeSqlFiles } from "./write-sql-files.ts";
