export {
  type Database,
  type DatabaseOptions,
  type Row,
  type StageTime,
  openDatabase,
  runStage,
  runStages,
  timed,
} from "./database.ts";
export { type ListSource, loadList } from "./load-list.ts";
export { readEdges } from "./edges-table.ts";
export { writeCsv } from "./write-csv.ts";
