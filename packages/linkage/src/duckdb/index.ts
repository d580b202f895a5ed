export {
  type Database,
  type DatabaseOptions,
  type Row,
  openDatabase,
  runStage,
  runStages,
} from "./database.ts";
export { type ListSource, loadList } from "./load-list.ts";
export { readEdges } from "./edges-table.ts";
export { writeCsv } from "./write-csv.ts";
