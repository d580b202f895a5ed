export { type ParquetList, type SqlFile, type SqlFilesOptions, sqlFiles } from "./sql-files.ts";
export { writeSqlFiles } from "./write-sql-files.ts";
