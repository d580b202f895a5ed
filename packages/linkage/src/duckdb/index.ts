export {
  type Engine,
  type Row,
  type StageTime,
  dropTables,
  dropUnneeded,
  runStage,
  runStages,
  timed,
} from "#stages";
export { type Database, type DatabaseOptions, openDatabase } from "./database.ts";
export { type ListSource, loadList } from "./load-list.ts";
export { appendColumns } from "./append-columns.ts";
export { type IdPair, numberPairs } from "./number-pairs.ts";
export { readEdges } from "./edges-table.ts";
export { writeCsv } from "./write-csv.ts";
export { type UnfinishedFile, startUnfinished } from "./unfinished-file.ts";
