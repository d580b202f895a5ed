export { type SplinkImportOptions, type SplinkImported, importSplink } from "./import-splink.ts";
